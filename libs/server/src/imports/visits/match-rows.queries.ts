export const SCHOOLS_ON_RECORD = `
  SELECT id, urn, name, town, postcode, status, opened_on AS "openedOn", closed_on AS "closedOn",
    ARRAY[locality, street, district] AS places
  FROM schools`;

export const LINEAGE_ON_RECORD = `
  SELECT school_id AS "schoolId", array_agg(ancestor_id) AS "ancestorIds"
  FROM school_lineage WHERE school_id <> ancestor_id GROUP BY school_id`;
