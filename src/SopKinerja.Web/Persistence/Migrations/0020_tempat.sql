-- Keeps a number for another migration that is written elsewhere.
select 1;
