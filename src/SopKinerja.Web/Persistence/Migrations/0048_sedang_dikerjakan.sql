-- Who has the page of a row open that several may perform, so that two do not type the same (docs/decisions/0057). It binds nobody, ends by
-- itself with time and with the row, and is no part of the record.
create table work_claims (
    dossier_id  bigint      primary key references dossiers on delete cascade,
    pegawai_id  integer     not null references pegawai,
    nama        text        not null check (nama <> ''),
    since       timestamptz not null,
    seen        timestamptz not null check (seen >= since)
);
create index ix_work_claims_pegawai_id on work_claims (pegawai_id);
