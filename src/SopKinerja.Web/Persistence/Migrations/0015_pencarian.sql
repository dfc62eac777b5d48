-- What a name is found by: without accents, apostrophes, points, commas, dashes, blanks, signs that nobody sees and capitals. What is
-- typed into a search goes through the same function, so both are compared alike. No longer than an index takes.
create function search_form(words text) returns text language sql immutable strict parallel safe as $$
    select left(regexp_replace(lower(normalize(words, NFKD)),
        '[\u0300-\u036f\s.,''`´\u02b9\u02bb\u02bc\u02c8\u2018\u2019\u201b\u2032\u2010-\u2015\u2212\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff-]',
        '', 'g'), 200)
$$;

alter table pegawai add column nama_cari text not null generated always as (search_form(nama)) stored;
create index ix_pegawai_nama_cari on pegawai using gin (nama_cari gin_trgm_ops);

alter table dossiers add column asn_cari text not null generated always as (search_form(parties -> 'Asn' ->> 'Nama')) stored;
create index ix_dossiers_cari on dossiers (asn_cari, id);
drop index ix_dossiers_nama;

-- Every name that a dossier is found by, once. A part of a name is sought here, among as many rows as there are people; the dossiers
-- of what is found are then read by their key. So a search for a rare name takes the same time however many dossiers there are.
create table search_names (
    name        text primary key
);
create index ix_search_names on search_names using gin (name gin_trgm_ops);
insert into search_names (name) select distinct asn_cari from dossiers;

create function keep_search_name() returns trigger language plpgsql as $$
begin
    insert into search_names (name) values (new.asn_cari) on conflict do nothing;
    return null;
end $$;
create trigger search_name after insert or update of parties on dossiers for each row execute function keep_search_name();
