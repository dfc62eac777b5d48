using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Integrity;

// What the database alone can answer: how versions follow each other, and what a result took over from elsewhere.
public sealed partial class Verification
{
    /// <summary>Each version names the one before, each has its own code, and none is signed on without what comes before.</summary>
    private async Task<List<string>> VersionsAsync(CancellationToken cancel) => await db.Database.SqlQuery<string>($"""
        select 'Berkas ' || d.dossier_id || ': ' || case d.kind when 'Final' then 'dokumen akhir'
                when 'Ratified' then 'dokumen yang disahkan' else 'dokumen yang disetujui' end
                || ' versi ' || d.version || ' tidak dibuat pada saat yang ada di riwayatnya.' as "Value"
        from documents d where not exists (select from history h where h.dossier_id = d.dossier_id and h.at = d.drawn_at)
        union all
        select 'Berkas ' || d.dossier_id || ': versi ' || d.version || ' tidak menyebut versi sebelumnya yang digantikannya.'
        from documents d left join documents r on r.id = d.replaces_id and r.kind in ('Approved', 'Determined')
        where d.kind in ('Approved', 'Determined') and d.version > 1
            and (r.dossier_id, r.version) is distinct from (d.dossier_id, (d.version - 1)::smallint)
        union all
        select 'Berkas ' || d.dossier_id || ': versi ' || d.version || ' menyebut versi lain, padahal tidak menggantikan apa pun.'
        from documents d where d.replaces_id is not null and (d.kind not in ('Approved', 'Determined') or d.version = 1)
        union all
        select 'Berkas ' || string_agg(distinct d.dossier_id::text, ', ') || ': satu kode verifikasi dipakai oleh lebih dari satu dokumen.'
        from documents d where d.verification_code is not null
        group by d.verification_code having count(distinct (d.dossier_id, d.version)) > 1
        union all
        select 'Berkas ' || d.dossier_id || ': berkas-berkas versi ' || d.version || ' tidak memakai satu kode verifikasi yang sama.'
        from documents d group by d.dossier_id, d.version
        having count(distinct coalesce(d.verification_code, '')) > 1 or (d.version > 1 and bool_or(d.verification_code is null))
        union all
        select 'Berkas ' || d.dossier_id || ': versi ' || d.version || ' tidak lengkap; dokumen sebelumnya tidak ada.'
        from documents d group by d.dossier_id, d.version
        having not bool_or(d.kind in ('Approved', 'Determined')) or (bool_or(d.kind = 'Ratified') and not bool_or(d.kind = 'Final'))
        order by 1
        """).ToListAsync(cancel);

    /// <summary>What a result took over from elsewhere is what stands there: the results of positions that were left, and the capaian
    /// organisasi of the unit, where one was set before the approval.</summary>
    private async Task<List<string>> CopiedAsync(CancellationToken cancel) => await db.Database.SqlQuery<string>($"""
        select 'Berkas ' || d.id || ': hasil jabatan sebelumnya yang dihitungnya bukan hasil berkas '
            || (e ->> 'DossierId') || '.' as "Value"
        from dossiers d
            cross join lateral jsonb_array_elements(
                case jsonb_typeof(d.sheet -> 'JabatanSebelumnya') when 'array' then d.sheet -> 'JabatanSebelumnya' else '[]' end) e
            left join dossiers x on x.id::text = e ->> 'DossierId'
        where (x.asn_id, x.period_id, x.post > 0, x.outcome ->> 'Sebutan')
            is distinct from (d.asn_id, d.period_id, true, e ->> 'Sebutan')
        union all
        select 'Berkas ' || d.id || ': capaian kinerja organisasinya tidak pernah ditetapkan bagi unit kerjanya.'
        from dossiers d
        where d.outcome is not null and d.capaian_organisasi is not null
            and exists (select from capaian_unit c
                where (c.period_id, c.bagian, c.unit_kerja_id) = (d.period_id, d.bagian, d.unit_kerja_id)
                    and c.at <= (select max(h.at) from history h where h.dossier_id = d.id and h."from" = {(short)Step.Validate}
                        and h.move = 'Completed'))
            and not exists (select from capaian_unit c
                where (c.period_id, c.bagian, c.unit_kerja_id, c.capaian)
                    = (d.period_id, d.bagian, d.unit_kerja_id, d.capaian_organisasi))
        order by 1
        """).ToListAsync(cancel);
}
