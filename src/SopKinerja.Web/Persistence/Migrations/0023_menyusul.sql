-- The place of another migration, which takes this file away.
select 1;
