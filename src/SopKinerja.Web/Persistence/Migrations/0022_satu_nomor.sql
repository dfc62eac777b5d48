-- The number of a form tells it apart; what it said is kept beside it, so that other words are not answered as if they were the same.
alter table form_acts add column content bytea check (octet_length(content) = 32);

-- One span of leave, study or former position is recorded once: of one kind, those of a person do not overlap. Two positions may be held
-- as pelaksana tugas at one time. What is stored already stays.
create function keadaan_apart_guard() returns trigger language plpgsql as $$
begin
    if new.jenis <> 'Plt' then
        perform pg_advisory_xact_lock(hashtext('keadaan_pegawai'), new.pegawai_id);
        if exists (select from keadaan_pegawai k
            where k.period_id = new.period_id and k.pegawai_id = new.pegawai_id and k.jenis = new.jenis and k.id <> new.id
                -- What holds for good has no last day.
                and k.mulai <= coalesce(new.selesai, 'infinity') and coalesce(k.selesai, 'infinity') >= new.mulai) then
            raise exception 'the same of % overlaps', new.pegawai_id using errcode = 'SK009';
        end if;
    end if;
    return new;
end $$;
create trigger apart before insert or update on keadaan_pegawai for each row execute function keadaan_apart_guard();

-- Every NIP that a dossier is found by, once; as search_names.
create table search_nips (
    nip         text primary key
);
create index ix_search_nips on search_nips using gin (nip gin_trgm_ops);
insert into search_nips (nip) select distinct asn_nip from dossiers where asn_nip is not null;
create index ix_pegawai_nip on pegawai using gin (nip gin_trgm_ops);

create or replace function keep_search_name() returns trigger language plpgsql as $$
begin
    insert into search_names (name) values (new.asn_cari) on conflict do nothing;
    insert into search_nips (nip) select new.asn_nip where new.asn_nip is not null on conflict do nothing;
    return null;
end $$;

-- As 0016, but two names differ by more than case and blanks.
create function one_line(words text) returns text language sql immutable strict parallel safe as $$
    select regexp_replace(btrim(words), '\s+', ' ', 'g')
$$;
create or replace function period_apart_guard() returns trigger language plpgsql as $$
declare
    other periods;
begin
    perform pg_advisory_xact_lock(hashtext('periods'));
    if tg_op = 'INSERT' or lower(one_line(new.nama)) <> lower(one_line(old.nama)) then
        select * into other from periods p where lower(one_line(p.nama)) = lower(one_line(new.nama)) and p.id <> new.id limit 1;
        if found then
            raise exception 'period % has that name', other.id using errcode = '23505', constraint = 'periods_nama_key';
        end if;
    end if;
    if tg_op = 'INSERT' or (new.mulai, new.selesai, new.method) is distinct from (old.mulai, old.selesai, old.method) then
        select * into other from periods p
        where p.method = new.method and p.mulai <= new.selesai and p.selesai >= new.mulai and p.id <> new.id limit 1;
        if found then
            raise exception 'period % overlaps', other.id using errcode = 'SK007';
        end if;
    end if;
    return new;
end $$;
