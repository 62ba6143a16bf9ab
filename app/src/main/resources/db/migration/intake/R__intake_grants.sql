-- What the application's role may do; run again when that role is another one: ${application}
GRANT SELECT, INSERT, UPDATE ON import_file, import, import_progress TO ${application};
GRANT SELECT, INSERT ON import_chunk TO ${application};
GRANT SELECT, INSERT, DELETE ON import_problem TO ${application};
