using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents;

/// <summary>What stands above each form of PermenPANRB 6/2022, and where it is signed.</summary>
/// <param name="Bagian">"Triwulan I" on the forms of an evaluasi periodik, else null.</param>
public sealed record KopTercetak(string Instansi, string Tempat, DateOnly Mulai, DateOnly Sampai, string? Bagian)
{
    /// <summary>Why the form is not valid yet; null once it is.</summary>
    public string? Draf { get; init; }

    public static KopTercetak From(Plan plan, string instansi, string tempat) =>
        From(plan.Period, null, instansi, tempat) with { Mulai = plan.Mulai, Sampai = plan.Selesai };

    /// <param name="namesLastPart">Whether the whole, which is evaluated with the last part, names that part.</param>
    public static KopTercetak From(Dossier dossier, string instansi, string tempat, bool namesLastPart = true)
    {
        var part = namesLastPart || dossier.Bagian > 0 ? dossier.Period.Part(dossier.Bagian) : null;
        return From(dossier.Period, dossier.Post == 0 ? part : null, instansi, tempat) with
        {
            Mulai = dossier.Mulai,
            Sampai = dossier.Selesai,
        };
    }

    /// <param name="bagian">The part that is evaluated; null on the SKP, and where the period is evaluated as one.</param>
    /// <param name="tempat">For example "Paringin".</param>
    public static KopTercetak From(Period period, BagianPeriode? bagian, string instansi, string tempat) => bagian is { IsFinal: false }
        ? new(instansi, tempat, bagian.Mulai, bagian.Selesai, bagian.Nama)
        // The last part is evaluated together with the whole period, so the whole is named.
        : new(instansi, tempat, period.Mulai, period.Selesai, bagian?.Nama);

    /// <summary>"1 Januari s.d. 31 Desember 2026".</summary>
    public string Periode => Tanggal.JangkaWaktu(Mulai, Sampai);

    public FormDescription Document(PegawaiTercetak yangDinilai, DateTimeOffset createdAt, params IReadOnlyList<FormPart> parts) => new(
        new DocumentProperties(parts[0].Name, $"Periode penilaian {Periode}", Instansi, createdAt),
        parts,
        $"{parts[0].Name}, {yangDinilai.Nama}, {Periode}");

    internal IEnumerable<FormBlock> Head(params IReadOnlyList<string> judul) =>
    [
        new Heading(judul[0]),
        .. judul.Skip(1).Select(line => new Heading(line, Level: 2)),
        .. Bagian is null ? [] : new[] { new Heading($"PERIODE: {Bagian.ToUpperInvariant()}", Level: 2) },
        .. Draf is null ? [] : new[] { new Paragraph(Draf, TextAlignment.Centre, Bold: true) },
        new Spacer(6),
        new FormTable("Instansi dan periode penilaian", [45, 55], [],
        [
            new(
            [
                new(Instansi) { Edges = CellEdges.None },
                new($"PERIODE PENILAIAN: {Periode}", TextAlignment.Right) { Edges = CellEdges.None },
            ]),
        ]),
        new Spacer(2),
    ];

    /// <summary>Place and date, after "10. " on a form that numbers its signatures; the office; the person who signs as such.</summary>
    /// <remarks>With a place in the file a date that is not known yet comes with the signature.</remarks>
    internal SignatureBlock Signature(
        string number, string office, PegawaiTercetak person, PersetujuanElektronik? consent, string verb,
        SignaturePlace? place = null, bool isDatedInFile = false) => place is null
            ? new([$"{number}{Tempat}, {PersetujuanElektronik.TanggalOrDots(consent)}", office], consent?.Statement(verb), person.Nama,
                person.NipLine)
            : new([$"{number}{Tempat}{(consent is null ? "" : $", {PersetujuanElektronik.TanggalOrDots(consent)}")}", office], null,
                person.Nama, person.NipLine)
            { Place = place, HasDateRoom = consent is null && isDatedInFile };
}
