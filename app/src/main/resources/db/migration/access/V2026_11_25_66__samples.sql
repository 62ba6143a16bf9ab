-- Whose look at the sample company an organisation is, whatever it is called later; and which one a person has.
ALTER TABLE organisation ADD COLUMN sample_of uuid;
ALTER TABLE person ADD COLUMN sample_org uuid;
