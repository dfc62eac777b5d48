using System.Globalization;
using System.Text;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Seeding.PermenPanRb6;
using SopKinerja.Web.Seeding.Pp46;

namespace SopKinerja.Web.Seeding;

/// <summary>What people of such a dinas might hand in, type and give, by the regulation of the dossier.</summary>
public static class SampleWork
{
    private static readonly IReadOnlyList<Sample> Laws =
    [
        new(ScoringMethods.Pp46, SampleKegiatan.Content, SampleKegiatan.Typed, SampleKegiatan.Rated),
        new(ScoringMethods.PermenPanRb6, SampleHasilKerja.Content, SampleHasilKerja.Typed, SampleHasilKerja.Rated),
    ];

    /// <param name="leader">The agreed SKP of the superior; null where there is none.</param>
    public static PlanContent Content(string method, string userName, Pegawai person, Plan? leader) =>
        Laws.Single(l => l.Method == method).Content(userName, person, leader);

    public static TypedRealisasi Typed(Dossier dossier) => Laws.Single(l => l.Method == dossier.Method).Typed(dossier);

    public static GivenScores Rated(Dossier dossier) => Laws.Single(l => l.Method == dossier.Method).Rated(dossier);

    public static byte[] ScannedForm(Dossier dossier)
    {
        var text = $"BT /F1 14 Tf 60 780 Td (FORMULIR KINERJA - contoh pindaian, berkas "
            + $"{dossier.Id.ToString(CultureInfo.InvariantCulture)}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {text.Length} >>\nstream\n{text}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var (body, no) in objects.Select((o, i) => (o, i + 1)))
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{no} 0 obj\n{body}\nendobj\n");
        }

        var xref = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        offsets.ForEach(o => pdf.Append(CultureInfo.InvariantCulture, $"{o:0000000000} 00000 n \n"));
        pdf.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    private sealed record Sample(
        string Method, Func<string, Pegawai, Plan?, PlanContent> Content, Func<Dossier, TypedRealisasi> Typed,
        Func<Dossier, GivenScores> Rated);
}
