-- What the application's role may do; run again when that role is another one: ${application}
GRANT SELECT, INSERT, UPDATE ON organisation, person, membership, api_token, invitation TO ${application};
GRANT SELECT, INSERT, UPDATE, DELETE ON person_email, person_organisation, session, person_session, saved_view,
    sign_in_attempt TO ${application};
