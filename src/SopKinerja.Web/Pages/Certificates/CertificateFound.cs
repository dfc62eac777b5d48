using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Pages.Certificates;

public sealed record CertificateFound(
    SigningCertificate Certificate, string Nama, string Jabatan, string? Unit, IReadOnlyList<ChangeLine> Changes)
{
    private const int MostLines = 20;

    public static IQueryable<CertificateFound> Of(SopDbContext db, long id) =>
        from c in db.Set<SigningCertificate>()
        join p in db.Pegawai on c.PegawaiId equals p.Id
        where c.Id == id
        select new CertificateFound(
            c, p.Nama, p.Jabatan, p.UnitKerja!.Nama,
            db.Changes.Where(x => x.Subject == ChangeSubjects.Sertifikat
                && x.SubjectId == p.Id).OrderByDescending(x => x.Id).Take(MostLines)
                .Select(x => new ChangeLine(x.At, x.ActorNama, x.Sentence)).ToList());
}
