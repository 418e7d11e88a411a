/** Who made the file, with what, and where it was published. See `../compactNames.ts` for the notation. */
export const publicationNames = `
[audit] single
_audit_block_code | code | | | Name of the block that no other one has.
_audit_block_doi | text | | | DOI of the block.
_audit_revision_id ~ _audit_block_code
_audit_creation_date | date | | | Day the block was made, as 2024-05-31.
_audit_creation_method | text | | | How, or with which program, the block was made.
_audit_update_record | text | | | What was changed when, newest last.
_audit_schema | text | | | Which categories of the block may have several rows.
  Base: those of the core dictionary
  Space group tables: space groups too
  Entry: those of several blocks, by their entries
  Custom: as the dictionaries say that the block conforms to
  Local: as local dictionaries say
_audit_formula_id | code | | | Formula that the block is about.

[audit_author] loop key=_audit_author_name
_audit_author_name | text | | | Who made the block, as 'Doe, J.'.
_audit_author_{address,email,fax,phone} | text | | | {Address,E-mail address,Fax number,Phone number} of who made the block.
_audit_author_id | code | | | Number of who made the block.
_audit_author_id_ORCID | text | | | ORCID of who made the block.

[audit_author_role] loop key=_audit_author_role_id,_audit_author_role_role
_audit_author_role_id | code | | | Author who took the part.
_audit_author_role_role | code | | | Part that an author took.
  design: conceived or designed the experiment
  synthesis: made the samples
  preparation: prepared the samples for the measurement
  characterisation: measured the samples by other means than diffraction
  measurement: measured or reduced the diffraction data
  analysis: fitted the model to the data
  software: wrote programs for the work
  submission: prepared the CIF
  other: took another part
_audit_author_role_special_details | text | | | What an author did.

[audit_conform] both
_audit_conform_dict_{name,version,location} | text | | | {Name,Version,Address} of a dictionary that the block follows.

[audit_contact_author] both
_audit_contact_author_{name,address,email,fax,phone} | text | | | {Name,Address,E-mail address,Fax number,Phone number} of whom to ask about the block.
_audit_contact_author ~ _audit_contact_author_name
_audit_contact_author_id | code | | | Number of whom to ask about the block.
_audit_contact_author_id_ORCID | text | | | ORCID of whom to ask about the block.

[audit_link] loop key=_audit_link_block_code
_audit_link_block_code | code | | | Name of a block that belongs to this one.
_audit_link_block_description | text | | | How the other block belongs to this one.

[audit_support] loop
_audit_support_{id,funding_organization,funding_organization_doi,funding_organization_url,award_number,award_recipient,award_type,award_doi,award_url,special_details} | text | | | {Number,Organisation,DOI of the organisation,Address of the organisation,Number of the grant,Recipient,Kind of the grant,DOI of the grant,Address of the grant,Details} of who paid for the work.

[citation] loop key=_citation_id
_citation_id | code | | | Name of the citation; primary for the paper of this structure.
_citation_abstract | text | | | Abstract of the paper.
_citation_abstract_id_CAS | text | | | Chemical Abstracts number of the abstract.
_citation_book_{title,publisher,publisher_city,id_ISBN} | text | | | {Title,Publisher,City of the publisher,ISBN} of the book.
_citation_coordinate_linkage | code | | =yesno | Whether the coordinates of the block are those of the paper.
_citation_country | text | | | Country of the publisher.
_citation_database_id | text | | | Number of the paper in a database.
_citation_database_id_CSD | text | | | Number of the paper in the Cambridge Structural Database.
_citation_database_id_Medline | int | | 1: | Number of the paper in Medline.
_citation_doi | doi | | | DOI of the paper.
_citation_journal_{abbrev,full,issue,volume} | text | | | {Abbreviated name,Full name,Issue,Volume} of the journal.
_citation_journal_id_{ASTM,CSD,ISSN} | text | | | {ASTM code,CSD code,ISSN} of the journal.
_citation_language | text | | | Language of the paper.
_citation_page_{first,last} | text | | | {First,Last} page of the paper.
_citation_publisher | text | | | Publisher of the paper.
_citation_special_details | text | | | What else is to be told of the paper.
_citation_details ~ _citation_special_details
_citation_title | text | | | Title of the paper.
_citation_year | int | | | Year of the paper.
_citation_URL | text | | | Address of the paper.
_citation_article_id | text | | | Number of the article, where there are no pages.
_citation_pdbx_database_id_{DOI,PubMed} | text | | | {DOI,PubMed number} of the paper.
[citation_author] loop key=_citation_author_citation_id,_citation_author_name
_citation_author_{citation_id,key} | code | | | {Citation that the author belongs to,Number of the author}.
_citation_author_name | text | | | Author of the paper, as 'Doe, J.'.
_citation_author_ordinal | int | | | Place among the authors.
_citation_author_id_ORCID | text | | | ORCID of the author.
[citation_editor] loop key=_citation_editor_citation_id,_citation_editor_name
_citation_editor_{citation_id,id} | code | | | {Citation that the editor belongs to,Number of the editor}.
_citation_editor_name | text | | | Editor of the book.
_citation_editor ~ _citation_editor_name
_citation_editor_ordinal | int | | | Place among the editors.

[computing] single
_computing_{cell_refinement,data_collection,data_reduction,molecular_graphics,publication_material,structure_refinement,structure_solution} | text | | | Program for the {refinement of the cell,measurement,reduction of the data,drawings,publication,refinement of the structure,solution of the structure}.
_computing_diffrn_{collection,reduction} ~ _computing_data_{}
_computing_sample_tracking | text | | | Program that tracks the place of the sample in the beam.
_computing_diffrn_geometry | text | | | Program for the geometry of the diffraction.

[database] single
_database_CSD_history | text | | | History of the entry in the Cambridge Structural Database.
_database_dataset_doi | doi | | | DOI of the data set.
_database_journal_{ASTM,CSD} | text | | | {ASTM,CSD} code of the journal in the database.
_database_code_{CAS,COD,CSD,ICSD,MDF,NBS,PDB,PDF,AMCSD,BIncStrDB} | text | | | Number of the entry in the {Chemical Abstracts Service,Crystallography Open Database,Cambridge Structural Database,Inorganic Crystal Structure Database,Metals Data File,NBS crystal data,Protein Data Bank,Powder Diffraction File,American Mineralogist Crystal Structure Database,Bilbao database of modulated structures}.
_database_code_depnum_ccdc_{archive,fiz,journal} | text | | | Deposition number {at the CCDC,at FIZ Karlsruhe through the CCDC,of the journal at the CCDC}.
_database_code_depnum_{csd,icsd}_archive | text | | | Deposition number at the {CCDC,FIZ Karlsruhe}.
_database_code_icsd_number ~ _database_code_ICSD
_database_code_ccdc | text | | | Number of the entry at the CCDC.
_database_code_SM | text | | | Number of the entry in SpringerMaterials.
_database_2_database_{id,code} | text | | | {Name of a database,Code in the database} that holds the entry.

[database_related] loop key=_database_related_id
_database_related_{database_id,entry_code,entry_uri,special_details} | text | | | {Database,Code,Address,Details} of an entry that has to do with this one.
_database_related_id | code | | | Number of the relation to an entry of a database.
_database_related_relation | code | | | What the entry of the database is to the block.
  Identical: it holds the same
  Subset: it holds a part of the block
  Superset: it holds the block and more
  Derived: it can be computed from the block
  Common: both come from the same source
  Other: something else

[display_colour] loop key=_display_colour_hue
_display_colour_hue | text | | | Name of a colour.
_display_colour_{red,green,blue} | int | | 0:255 | {} part of a colour.
_display_colour_RGB | list | | | Red, green and blue parts of a colour.

[journal] single
_journal_name_full | text | | | Full name of the journal.
_journal_year | int | | | Year of the paper.
_journal_volume | text | | | Volume of the journal.
_journal_issue | text | | | Issue of the journal.
_journal_page_{first,last} | text | | | {First,Last} page of the paper.
_journal_article_reference | text | | | Number of the article, where there are no pages.
_journal_issn | text | | | ISSN of the journal.
_journal_coden_cassi | text | | | CODEN of the journal.
_journal_pages_number | text | | | Pages of the paper.
_journal_paper_doi | doi | | | DOI of the article that reports the structure.
_journal_paper_{category,number,URL} | text | | | {Category,Number,Address} of the paper.
_journal_paper_pages | int | | 1: | How many pages the paper has.
_journal_language | text | | | Language of the paper.
_journal_coden_{ASTM,Cambridge} | text | | | {ASTM,Cambridge} code of the journal.
_journal_coeditor_{address,code,email,fax,name,notes,phone} | text | | | {Address,Code,E-mail address,Fax number,Name,Notes,Phone number} of the co-editor.
_journal_techeditor_{address,code,email,fax,name,notes,phone} | text | | | {Address,Code,E-mail address,Fax number,Name,Notes,Phone number} of the technical editor.
_journal_data_validation_number | text | | | Number that the journal gave the data.
_journal_date_accepted | date | | | Day the paper was accepted.
_journal_date_{from_coeditor,to_coeditor} | date | | | Day the paper {left,reached} the co-editor.
_journal_date_{printers_final,printers_first,proofs_in,proofs_out} | date | | | Day of the {last version for,first version for,corrected proofs from,proofs to} the {printers,printers,authors,authors}.
_journal_date_recd_{copyright,electronic,hard_copy} | date | | | Day the {copyright form,electronic file,paper copy} came in.
_journal_suppl_publ_number | text | | | Number of the supplement.
_journal_suppl_publ_pages | text | | | How many pages the supplement has.
_journal_validation_number ~ _journal_data_validation_number

[journal_index] loop
_journal_index_{subterm,term} | text | | | {Subordinate term,Term} of an entry in the index.
_journal_index_id | code | | | Number of an entry in the index.
_journal_index_type | code | | | Kind of an entry in the index.
  O: organic formula
  I: inorganic formula
  M: metal-organic formula
  S: subject

[publ_contact_author] both
_publ_contact_author | text | | | Name and address of whom the journal writes to. The newer core dictionary tells them apart.
_publ_contact_author_contact_details ~ _publ_contact_author
_publ_contact_author_{name,address,email,fax,phone} | text | | | {Name,Address,E-mail address,Fax number,Phone number} of whom the journal writes to.
_publ_contact_author_id | code | | | Number of whom the journal writes to.
_publ_contact_author_id_{iucr,orcid} | text | | | {IUCr number,ORCID} of whom the journal writes to.

[publ] single
_publ_contact_letter | text | | | Letter to the journal.
_publ_manuscript_{creation,processed,text} | text | | | {Program that made,Program that processes,Text of} the manuscript.
_publ_requested_{coeditor_name,journal} | text | | | {Co-editor,Journal} that the authors ask for.
_publ_requested_category | code | | | Kind of paper that the authors ask for.
  AD: addenda and errata, in Acta C and E
  CI: inorganic CIF-access paper, in Acta C of old
  CM: metal-organic CIF-access paper, in Acta C of old
  CO: organic CIF-access paper, in Acta C of old
  EI: inorganic electronic paper, in Acta E
  EM: metal-organic electronic paper, in Acta E
  EO: organic electronic paper, in Acta E
  FA: full article
  FI: inorganic full paper, in Acta C
  FM: metal-organic full paper, in Acta C
  FO: organic full paper, in Acta C
  GI: inorganic research communication, in Acta E
  GM: metal-organic research communication, in Acta E
  GO: organic research communication, in Acta E
  HI: inorganic data report, in Acta E
  HM: metal-organic data report, in Acta E
  HO: organic data report, in Acta E
  QI: inorganic compounds, in Acta E
  QM: metal-organic compounds, in Acta E
  QO: organic compounds, in Acta E
  SC: short communication
_publ_section_{abstract,acknowledgements,comment,discussion,experimental,exptl_prep,exptl_refinement,exptl_solution,figure_captions,introduction,keywords,references,related_literature,synopsis,table_legends,title,title_footnote} | text | | | {Abstract,Acknowledgements,Comment,Discussion,Experimental part,Preparation,Refinement,Solution of the structure,Captions of figures,Introduction,Keywords,References,Related literature,Synopsis,Legends of tables,Title,Footnote to the title} of the paper.
_publ_vrn_code | text | | | Code of the version of the manuscript.

[publ_manuscript_incl] loop key=_publ_manuscript_incl_extra_item
_publ_manuscript_incl_extra_defn | code | | =yesno | Whether an extra item is in a dictionary.
_publ_manuscript_incl_extra_{info,item} | text | | | {Why an extra item is printed,Name of an extra item} of the paper.

[publ_author] both
_publ_author_{name,address,email,footnote,phone} | text | | | {Name,Address,E-mail address,Footnote,Phone number} of an author of the paper.
_publ_author_id_{iucr,orcid} | text | | | {IUCr number,ORCID} of an author of the paper.
_publ_author_id | text | | | Number of an author of the paper.
_publ_author_id_audit | text | | | Number of an author of the paper among the authors of the file.

[publ_body] loop key=_publ_body_label
_publ_body_{contents,label,title} | text | | | {Text,Number,Title} of a part of the paper.
_publ_body_element | code | | | What a part of the paper is.
  section: a section
  subsection: a part of a section
  subsubsection: a part of a subsection
  appendix: an appendix
  footnote: a footnote
_publ_body_format | code | | | How special letters are written in a part of the paper.
  ascii: not at all
  cif: as in CIF
  latex: as in LaTeX
  rtf: as in RTF
  sgml: as in SGML
  tex: as in TeX
  troff: as in troff
`;
