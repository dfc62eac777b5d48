using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Pages.Plans;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Bsre;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Account.OwnData;

/// <summary>Reads what is kept about who is signed in, for the page and the file alike. Asked seldom and by one person, so that it may ask
/// the database once for each part.</summary>
public sealed class KeptDataSource(SopDbContext db, TimeProvider time)
{
    /// <summary>For the file: everything.</summary>
    public const int All = int.MaxValue;

    /// <param name="most">Of each part that grows with time; the newest.</param>
    public async Task<KeptData> ReadAsync(ClaimsPrincipal user, int most, CancellationToken cancel)
    {
        var id = user.AccountId();
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == id, cancel);
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.AccountId == id).OrderByDescending(s => s.Id).Take(most)
            .ToListAsync(cancel);
        var own = await db.AccessEvents.AsNoTracking().Where(e => e.AccountId == id).OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id).Take(most).ToListAsync(cancel);
        List<KeptPart> parts =
        [
            Part("Akun", ["Nama pengguna", "Tugas", "Keadaan", "Kode sekali pakai", "Kata sandi terakhir diatur orang lain"],
                [[account.UserName, OfficeNames.Of(account.Offices), account.IsActive ? "dapat dipakai" : "ditutup",
                    account.TwoFactorEnabled ? "aktif" : "tidak aktif",
                    account.ResetAt is { } at ? $"{When(at)} oleh {account.ResetBy}" : "tidak pernah"]]) with { IsOne = true },
            Part("Sesi", ["Masuk", "Terakhir dipakai", "Alamat jaringan", "Peramban", "Berakhir"], sessions.Select(s => (string?[])
                [When(s.CreatedAt), When(s.LastSeenAt), s.Address?.ToString(), BrowserNames.Of(s.Browser), When(s.EndedAt)])),
            Part("Yang Anda lakukan menurut Catatan akses", ["Waktu", "Kejadian", "Alamat jaringan"], own.Select(e => (string?[])
                [When(e.At), AccessKinds.Sentence(e.Kind, e.What), e.Network])),
        ];
        if (account.PegawaiId is { } person)
        {
            parts.InsertRange(0, await OfPersonAsync(person, cancel));
            parts.AddRange(await OfRecordAsync(person, id, user.Actor(), most, cancel));
        }

        return new(time.GetUtcNow(), user.Actor().Nama, parts);
    }

    private async Task<IEnumerable<KeptPart>> OfPersonAsync(int id, CancellationToken cancel)
    {
        var p = await db.Pegawai.AsNoTracking().Include(x => x.UnitKerja).Include(x => x.Atasan).SingleAsync(x => x.Id == id, cancel);
        var nik = await db.Set<BsreIdentity>().AnyAsync(b => b.PegawaiId == id, cancel);
        return
        [
            Part("Data pegawai",
                ["Nama", "NIP", "Golongan", "Jabatan", "Unit kerja", "Atasan langsung", "Karpeg", "Tempat lahir", "TMT jabatan",
                    "TMT pangkat", "PAK terakhir", "NIK untuk BSrE"],
                [[p.Nama, p.Nip, p.Golongan, p.Jabatan, p.UnitKerja?.Nama, p.Atasan?.Nama, p.Karpeg, p.TempatLahir, Day(p.TmtJabatan),
                    Day(p.TmtPangkat), p.Pak is { } pak ? $"{Angka.Tampil(pak.AngkaKredit)}, {pak.Nomor}" : null,
                    nik ? "tersimpan tersandi" : "tidak tersimpan"]]) with { IsOne = true },
            Part("Keadaan", ["Keadaan", "Waktu", "Uraian", "Surat"], (await db.Keadaan.AsNoTracking().Where(k => k.PegawaiId == id)
                .OrderByDescending(k => k.Mulai).ToListAsync(cancel)).Select(k => (string?[])
                [KeadaanTable.Row(k.Jenis).Nama, k.JangkaWaktu, k.Uraian, k.NomorSurat])),
            Part("Penugasan", ["Siapa", "Menggantikan", "Waktu", "Nomor SK"], (await db.Penugasan.AsNoTracking().Include(x => x.Pelaksana)
                .Include(x => x.Menggantikan).Where(x => x.PelaksanaId == id || x.MenggantikanId == id).OrderByDescending(x => x.Id)
                .ToListAsync(cancel)).Select(x => (string?[])
                [$"{PenugasanTable.Row(x.Jenis).Sebutan} {x.Pelaksana.Nama}", x.Menggantikan.Nama, x.JangkaWaktu, x.NomorSk])),
        ];
    }

    private async Task<IEnumerable<KeptPart>> OfRecordAsync(
        int id, int account, Actor actor, int most, CancellationToken cancel)
    {
        var plans = await db.Plans.IgnoreQueryFilters().AsNoTracking().Include(p => p.Period).Where(p => p.PegawaiId == id)
            .OrderByDescending(p => p.Id).ToListAsync(cancel);
        var own = db.Dossiers.WithResultFor(actor);
        var dossiers = await db.Dossiers.AsNoTracking().Where(d => d.AsnId == id).OrderByDescending(d => d.Id)
            .Select(d => new
            {
                d.Id,
                d.Period,
                d.Bagian,
                d.Post,
                Stage = EF.Property<short>(d, DossierQueries.Stage),
                d.ClosedAt,
                Outcome = own.Any(x => x.Id == d.Id) ? d.Outcome : null,
                // As everywhere, whoever reads it for the first time receives it, on its own page.
                IsRead = d.ResultReceipt != null || d.Step > Step.Sign,
            })
            .ToListAsync(cancel);
        var certificates = await db.Set<SigningCertificate>().AsNoTracking().Where(c => c.PegawaiId == id).OrderByDescending(c => c.Id)
            .ToListAsync(cancel);
        var read = await db.ReadersOf(id, account).Take(most).ToListAsync(cancel);
        var changes = await db.Changes.AsNoTracking()
            .Where(c => (c.Subject == ChangeSubjects.Pegawai && c.SubjectId == id)
                || (c.Subject == ChangeSubjects.Akun && c.SubjectId == account))
            .OrderByDescending(c => c.Id).Take(most).ToListAsync(cancel);
        var nip = await db.Pegawai.Where(p => p.Id == id).Select(p => p.Nip).SingleAsync(cancel);
        var imported = await db.ImportRowsOf(id, nip).Take(most).ToListAsync(cancel);
        return
        [
            Part("SKP", ["Periode", "Keadaan"], plans.Select(p => (string?[])[p.Period.Nama, PlanWords.Nama(p.State)]),
                plans.Select(p => Links.Plans.Details(p.Id))),
            Part("Berkas penilaian", ["Periode", "Keadaan", "Hasil"], dossiers.Select(d => (string?[])
                [d.Period.NamaBagian(d.Bagian, d.Post), d.ClosedAt is null ? SopTable.RowAt(d.Stage).InSentence : "diarsipkan",
                    d.Outcome is not { } outcome ? null : !d.IsRead ? "sudah terbit; buka berkasnya untuk membacanya"
                        : outcome.Nilai is { } nilai ? $"{Angka.Tampil(nilai)} ({outcome.Sebutan})" : outcome.Sebutan]),
                dossiers.Select(d => Links.Dossiers.Details(d.Id))),
            Part("Sertifikat", ["Diminta", "Terbit", "Berlaku sampai", "Berakhir", "Nomor seri"], certificates.Select(c => (string?[])
                [When(c.RequestedAt), When(c.IssuedAt), When(c.NotAfter), When(c.EndedAt), c.Serial])),
            Part("Siapa membuka hasil Anda", ["Waktu", "Siapa", "Sebagai", "Apa"], read.Select(e => (string?[])
                [When(e.At), e.ActorNama, e.Sebagai, ReaderRow.SentenceOf(e)])),
            Part("Perubahan data dan akun Anda", ["Waktu", "Siapa", "Perubahan"], changes.Select(c => (string?[])
                [When(c.At), c.ActorNama, c.Sentence])),
            Part("Baris impor tentang Anda, dihapus sesudah tujuh hari", ["Waktu", "Berkas", "Isi", "Tersimpan"], imported.Select(
                r => (string?[])[When(r.At), $"{r.FileNama}, baris {r.No}", string.Join("; ", r.Heads.Zip(r.Cells)
                    .Where(c => c.Second.Length > 0).Select(c => $"{c.First}: {c.Second}")).Trimmed() ?? "sudah dihapus",
                    r.IsStored ? "ya" : "tidak"])),
        ];
    }

    private static KeptPart Part(
        string judul, IReadOnlyList<string> columns, IEnumerable<string?[]> rows, IEnumerable<string>? links = null) =>
        new(judul, columns, [.. rows], links is null ? [] : [.. links]);

    private static string? When(DateTimeOffset? at) => at is { } moment ? Tanggal.TampilPukul(moment) : null;

    private static string? Day(DateOnly? day) => day is { } date ? Tanggal.Tampil(date) : null;
}
