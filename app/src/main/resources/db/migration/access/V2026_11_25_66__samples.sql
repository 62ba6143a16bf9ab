-- Whose look at the sample company an organisation is: one for each person, whatever it is called later.
ALTER TABLE organisation ADD COLUMN sample_of uuid;
CREATE UNIQUE INDEX organisation_sample ON organisation (sample_of) WHERE sample_of IS NOT NULL;
