-- A record that holds against its own keepers: every change of a kept row leaves a line in the ledger, the lines of what belongs together
-- form a chain, and a seal each night covers the lines since the one before.

create table ledger (
    id      bigint generated always as identity primary key,
    -- What the row belongs to: 'berkas/12', 'pegawai/7', …
    chain   text not null,
    no      integer not null check (no > 0),
    tbl     text not null,
    key     text not null,
    -- Inserted, updated, deleted; B for what was there when the ledger began, or was changed by a migration.
    op      text not null check (op in ('I', 'U', 'D', 'B')),
    -- SHA-256 of the row after the change; of the row that went, where it was deleted.
    digest  bytea not null check (length(digest) = 32),
    tx      bigint not null,
    at      timestamptz not null,
    -- SHA-256 of all this and of the link before it in the chain.
    link    bytea not null check (length(link) = 32),
    unique (chain, no)
);
create index ix_ledger_row on ledger (tbl, key, id desc);
create index ix_ledger_changes on ledger (tx) where tbl = 'changes';

-- The last line of each chain; its row is what makes two who write in one chain wait for each other.
create table ledger_heads (
    chain   text primary key,
    no      integer not null,
    link    bytea not null
);

create function ledger_link(before bytea, chain text, no integer, tbl text, key text, op text, digest bytea, tx bigint, at timestamptz)
    returns bytea language sql immutable parallel safe as $$
    select sha256(before || digest || convert_to(
        concat_ws('|', chain, no, tbl, key, op, tx, (extract(epoch from at) * 1000000)::bigint), 'UTF8'))
$$;

-- A column that a later migration adds without a value changes nothing: what is null is not there.
create function row_digest(content jsonb, left_out text[]) returns bytea language sql immutable parallel safe as $$
    select sha256(convert_to(jsonb_strip_nulls(content - left_out)::text, 'UTF8'))
$$;

create function ledger_write(the_chain text, the_table text, the_key text, the_op text, the_digest bytea) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    head ledger_heads;
    now_ timestamptz := clock_timestamp();
    the_link bytea;
begin
    select * into head from ledger_heads where chain = the_chain for update;
    if not found then
        insert into ledger_heads (chain, no, link) values (the_chain, 0, '') on conflict do nothing;
        select * into head from ledger_heads where chain = the_chain for update;
    end if;
    the_link := ledger_link(head.link, the_chain, head.no + 1, the_table, the_key, the_op, the_digest, txid_current(), now_);
    insert into ledger (chain, no, tbl, key, op, digest, tx, at, link)
        values (the_chain, head.no + 1, the_table, the_key, the_op, the_digest, txid_current(), now_, the_link);
    update ledger_heads set no = head.no + 1, link = the_link where chain = the_chain;
end $$;
revoke execute on function ledger_write from public;

-- Arguments of the trigger: the kind of chain, the column that names the chain, the columns of the key, those that are not kept, and the
-- name in the ledger where it is not that of the table.
create function record_line() returns trigger
    language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' set datestyle = 'ISO' as $$
declare
    left_out text[] := string_to_array(tg_argv[3], ',');
    the_table text := coalesce(tg_argv[4], tg_table_name);
    content jsonb;
    the_digest bytea;
begin
    if tg_op = 'DELETE' then
        content := to_jsonb(old);
    else
        content := to_jsonb(new);
    end if;
    the_digest := row_digest(content, left_out);
    if tg_op = 'UPDATE' and row_digest(to_jsonb(old), left_out) = the_digest then
        return null;
    end if;
    perform ledger_write(
        tg_argv[0] || '/' || coalesce(content ->> tg_argv[1], ''), the_table,
        (select string_agg(content ->> k, '/' order by n) from unnest(string_to_array(tg_argv[2], ',')) with ordinality c (k, n)),
        left(tg_op, 1), the_digest);
    return null;
end $$;

-- What a migration changed while the triggers were off, and what was there before there was a ledger.
create function record_again(the_table regclass) returns void
    language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' set datestyle = 'ISO' as $$
declare
    r record;
    args text[];
    k text;
begin
    for r in
        select t.tgname, string_to_array(encode(t.tgargs, 'escape'), '\000') as given
        from pg_trigger t where t.tgrelid = the_table and t.tgfoid = 'record_line'::regproc
    loop
        args := r.given;
        declare
            name text := coalesce(nullif(args[5], ''), the_table::text);
            key text := (select string_agg(format('(to_jsonb(t) ->> %L)', c), ' || ''/'' || ') from unnest(string_to_array(args[3], ',')) c);
        begin
            execute format($sql$
                select ledger_write(%1$L || '/' || coalesce(x.c ->> %2$L, ''), %3$L, x.key, 'B', x.digest)
                from (select to_jsonb(t) as c, %4$s as key, row_digest(to_jsonb(t), string_to_array(%5$L, ',')) as digest from %6$s t) x
                where (select l.digest from ledger l where l.tbl = %3$L and l.key = x.key order by l.id desc limit 1)
                    is distinct from x.digest
                order by x.key
                $sql$, args[1], args[2], name, key, args[4], the_table);
        end;
    end loop;
end $$;
revoke execute on function record_again from public;

create trigger append_only before update or delete on ledger for each row execute function refuse();
create trigger append_only_all before truncate on ledger execute function refuse();
create trigger append_only_all before truncate on ledger_heads execute function refuse();

-- The last line; holds up whoever writes until the transaction ends, so that no smaller key can still come.
create function ledger_settled() returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
begin
    lock table ledger_heads in share mode;
    return (select coalesce(max(id), 0) from ledger);
end $$;

-- One seal over all lines since the one before. Its code is what is shown, printed and kept elsewhere.
create table seals (
    no          integer primary key check (no > 0),
    made_at     timestamptz not null,
    -- The last line that it covers, and how many lines and chains there are up to it.
    last_line   bigint not null,
    lines       bigint not null,
    chains      bigint not null,
    -- SHA-256 of the keys and links of the lines since the seal before.
    links       bytea not null check (length(links) = 32),
    -- SHA-256 of the definitions of the guards.
    guards      bytea not null check (length(guards) = 32),
    schema      integer not null,
    code        text not null unique check (code ~ '^[0-9a-f]{64}$')
);
create trigger append_only before update or delete on seals for each row execute function refuse();
create trigger append_only_all before truncate on seals execute function refuse();

create trigger recorded after insert or update or delete on dossiers for each row
    execute function record_line('berkas', 'id', 'id', 'asn_nama,asn_nip,asn_cari,stage,rating_hasil_kerja,rating_perilaku,capaian_organisasi');
create trigger recorded after insert or update or delete on history for each row
    execute function record_line('berkas', 'dossier_id', 'id', '');
create trigger recorded after insert or update or delete on dossier_versions for each row
    execute function record_line('berkas', 'dossier_id', 'id', '');
create trigger recorded after insert or update or delete on documents for each row
    execute function record_line('berkas', 'dossier_id', 'id', '');
create trigger recorded after insert or update or delete on scans for each row
    execute function record_line('berkas', 'dossier_id', 'id', '');
create trigger recorded after insert or update or delete on copies for each row
    execute function record_line('berkas', 'dossier_id', 'id', '');
create trigger recorded after insert or update or delete on bsre_attempts for each row
    execute function record_line('berkas', 'dossier_id', 'id', '');
create trigger recorded after insert or update or delete on plans for each row
    execute function record_line('skp', 'id', 'id', '');
create trigger recorded after insert or update or delete on plan_history for each row
    execute function record_line('skp', 'plan_id', 'id', '');
create trigger recorded after insert or update or delete on plan_notes for each row
    execute function record_line('skp', 'plan_id', 'id', '');
create trigger recorded after insert or update or delete on plan_versions for each row
    execute function record_line('skp', 'plan_id', 'id', '');
create trigger recorded after insert or update or delete on pegawai for each row
    execute function record_line('pegawai', 'id', 'id', 'nama_cari');
create trigger recorded after insert or update or delete on keadaan_pegawai for each row
    execute function record_line('pegawai', 'pegawai_id', 'id', '');
create trigger recorded after insert or update or delete on penugasan for each row
    execute function record_line('pegawai', 'menggantikan_id', 'id', '');
create trigger recorded after insert or update or delete on bsre_identities for each row
    execute function record_line('pegawai', 'pegawai_id', 'pegawai_id', '');
create trigger recorded after insert or update or delete on unit_kerja for each row
    execute function record_line('unit', 'id', 'id', '');
create trigger recorded after insert or update or delete on capaian_unit for each row
    execute function record_line('unit', 'unit_kerja_id', 'id', '');
create trigger recorded after insert or update or delete on accounts for each row
    execute function record_line('akun', 'id', 'id', 'access_failed_count,lockout_end,concurrency_stamp');
-- The rights by themselves: they change with a line in the log of changes.
create trigger recorded_rights after insert or update or delete on accounts for each row
    execute function record_line('akun', 'id', 'id', 'nama,must_change_password,user_name,normalized_user_name,email,normalized_email,email_confirmed,password_hash,security_stamp,concurrency_stamp,phone_number,phone_number_confirmed,two_factor_enabled,lockout_end,lockout_enabled,access_failed_count', 'accounts.hak');
create trigger recorded after insert or update or delete on account_claims for each row
    execute function record_line('akun', 'user_id', 'id', '');
create trigger recorded after insert or update or delete on account_logins for each row
    execute function record_line('akun', 'user_id', 'login_provider,provider_key', '');
create trigger recorded after insert or update or delete on account_tokens for each row
    execute function record_line('akun', 'user_id', 'user_id,login_provider,name', '');
create trigger recorded after insert or update or delete on changes for each row
    execute function record_line('perubahan', 'subject_id', 'id', '');
create trigger recorded after insert or update or delete on periods for each row
    execute function record_line('periode', 'id', 'id', '');
create trigger recorded after insert or update or delete on holidays for each row
    execute function record_line('libur', 'date', 'date', '');
create trigger recorded after insert or update or delete on signing_authorities for each row
    execute function record_line('otoritas', 'id', 'id', 'failures,try_again_at');
create trigger recorded after insert or update or delete on signing_lists for each row
    execute function record_line('otoritas', 'authority_id', 'id', '');
create trigger recorded after insert or update or delete on signing_certificates for each row
    execute function record_line('sertifikat', 'id', 'id', 'failures,try_again_at');
create trigger recorded after insert or update or delete on schema_migrations for each row
    execute function record_line('skema', '', 'number', '');
create trigger recorded after insert or update or delete on seals for each row
    execute function record_line('segel', '', 'no', '');

-- Nothing that is kept goes all at once.
do $$
declare
    t text;
begin
    foreach t in array array[
        'unit_kerja', 'pegawai', 'accounts', 'account_claims', 'account_logins', 'account_tokens', 'periods', 'plans', 'holidays',
        'keadaan_pegawai', 'evidence_contents', 'bsre_identities', 'schema_migrations']
    loop
        execute format('create trigger kept_all before truncate on %I execute function refuse()', t);
    end loop;
end $$;

-- What one step wrote is fixed when the dossier has gone on.
create function dossier_parts_guard() returns trigger language plpgsql as $$
declare
    was smallint := old.step * 10 + old.substep;
    is_now smallint := new.step * 10 + new.substep;
begin
    if (new.receipt, new.evidence) is distinct from (old.receipt, old.evidence) and was <> 10 then
        raise exception 'what step 1 of dossier % took in is fixed', old.id using errcode = 'SK001';
    end if;
    if new.checklist is distinct from old.checklist and was <> 20 and not (is_now in (10, 20) and is_now <> was and new.checklist is null) then
        raise exception 'the checklist of dossier % is fixed', old.id using errcode = 'SK001';
    end if;
    if new.unit_kerja_id <> old.unit_kerja_id and not (is_now = was and was <= 40 and old.outcome is null) then
        raise exception 'the unit of dossier % is fixed', old.id using errcode = 'SK001';
    end if;
    return new;
end $$;
create trigger parts before update on dossiers for each row execute function dossier_parts_guard();

-- Since when a dossier stands where it stands is what its history says.
create function dossier_since_guard() returns trigger language plpgsql as $$
begin
    if not exists (select from history h where h.dossier_id = new.id and h.at = new.step_since) then
        raise exception 'dossier % stands at its step since a time of which its history knows nothing', new.id using errcode = 'SK003';
    end if;
    return null;
end $$;
create constraint trigger since after update of step_since on dossiers deferrable initially deferred
    for each row when (new.step_since is distinct from old.step_since) execute function dossier_since_guard();

-- The clocks of two servers differ; the ledger has the time of the database beside it.
create function history_time_guard() returns trigger language plpgsql as $$
begin
    if new.at < (select h.at from history h where h.dossier_id = new.dossier_id order by h.no desc limit 1) - interval '1 day' then
        raise exception 'line % of the history of dossier % is older than the one before', new.no, new.dossier_id using errcode = 'SK002';
    end if;
    return new;
end $$;
create trigger in_time before insert on history for each row execute function history_time_guard();

create function account_person_guard() returns trigger language plpgsql as $$
begin
    if old.pegawai_id is not null and new.pegawai_id is distinct from old.pegawai_id then
        raise exception 'account % stays that of its person', old.id using errcode = 'SK001';
    end if;
    return new;
end $$;
create trigger same_person before update on accounts for each row execute function account_person_guard();

-- What was there before, in the order in which it came.
do $$
declare
    t text;
begin
    foreach t in array array[
        'schema_migrations', 'unit_kerja', 'pegawai', 'accounts', 'account_claims', 'account_logins', 'account_tokens', 'bsre_identities',
        'periods', 'holidays', 'keadaan_pegawai', 'penugasan', 'capaian_unit', 'plans', 'plan_versions', 'plan_history', 'plan_notes',
        'dossiers', 'history', 'dossier_versions', 'documents', 'scans', 'copies', 'bsre_attempts', 'changes', 'signing_authorities',
        'signing_lists', 'signing_certificates']
    loop
        perform record_again(t::regclass);
    end loop;
end $$;
