--
-- Numbers of French text as values: french_number, french_numbers.
--
\pset null (null)

-- one number, as papers print it and as people write it
SELECT t, french_number(t) FROM (VALUES ('1 500'), ('5,2 M€'), ('trois cent soixante-quinze'), ('nonante-deux'),
	('huitante et un'), ('un demi-milliard'), ('une douzaine'), ('quelque 300'), ('trois quarts'), ('XXIe'), ('−2 °C'), ('dix pour cent')) AS v (t);

-- no number, or more than one
SELECT t, french_number(t) FROM (VALUES (''), ('Covid-19'), ('29/12/2017'), ('deux trois'), ('06 12 34 56 78'), ('un peu'), (NULL)) AS v (t);

-- every number of a text; substr finds what was found
SELECT n.*, substr(t, n.start, n.length) = n.raw AS found
  FROM (VALUES ('L’été dernier, près de 1 200 élèves sur quatre mille, soit 30 %, étaient à la 2e place ; la moitié d’entre eux.')) AS v (t),
       french_numbers(t) AS n;

-- none, and the words that only look like numbers
SELECT * FROM french_numbers('L''un des Covid-19, le vol AF447 à 15h40, le 01 42 00 00 00.');
SELECT * FROM french_numbers('');
SELECT * FROM french_numbers(NULL);

-- in generated columns and expression indexes
CREATE TABLE budgets (label text, amount numeric GENERATED ALWAYS AS (french_number(label)) STORED);
CREATE INDEX ON budgets (french_number(label));
INSERT INTO budgets VALUES ('863 millions de dollars'), ('15 milliards'), ('inconnu');
SELECT * FROM budgets ORDER BY amount;
DROP TABLE budgets;

-- whatever the bytes
SELECT count(*) FROM french_numbers(convert_from(decode(repeat('c3a9e28092c2bd33', 1000), 'hex'), 'UTF8'));
SELECT french_number(repeat('9', 100)), french_number(repeat('mille ', 1000)), french_number(repeat('un ', 100000));
