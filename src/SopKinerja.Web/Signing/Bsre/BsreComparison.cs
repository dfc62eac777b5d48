using SopKinerja.Web.Signing.Pdf;

namespace SopKinerja.Web.Signing.Bsre;

/// <param name="Made">The new signature; null where the file is not taken.</param>
/// <param name="WhyNot">As a part of a sentence; null where it is taken.</param>
/// <param name="IsWhole">Whether every signature in it was judged by its save.</param>
public sealed record Compared(SignatureFinding? Made, string? WhyNot, bool IsWhole, bool HasMaterial)
{
    public static Compared Refused(string whyNot) => new(null, whyNot, false, false);
}

/// <summary>Holds a file that came back, from the service or from a person, against what was sent: it begins with it, its new save is one
/// good signature in its room, and outside that its pages look the same.</summary>
public sealed class BsreComparison(BsreSignatures signatures, PagePictures pictures)
{
    /// <param name="sentAt">When it left: nothing that came of it was signed before.</param>
    /// <param name="times">Of what was signed before it, and now.</param>
    public async Task<Compared> CompareAsync(
        byte[] sent, DateTimeOffset sentAt, byte[] returned, SignaturePlace place, SignatureTimes times, CancellationToken cancel)
    {
        if (!returned.AsSpan().StartsWith(sent))
        {
            return Compared.Refused("berkas itu bukan berkas yang dikirim dari sini");
        }

        var (before, after) = (signatures.ReadSaves(sent, times, cancel), signatures.ReadSaves(returned, times, cancel));
        // A document that was begun before saves were read may hold one that is not read; its pages are compared all the same.
        var isWhole = before.WhyNot is null && before.Form is not null;
        var known = (isWhole ? before.Report : signatures.Judge(sent, times)).Signatures.Count;
        var report = isWhole && after.WhyNot is null ? after.Report : signatures.Judge(returned, times);
        if (WhyNot(report, known, sent.Length, isWhole ? after.WhyNot : null) is { } fault)
        {
            return Compared.Refused(fault);
        }

        if (report.Signatures[^1].SignedAt is { } written
            && (written < sentAt - SignatureTimes.Tolerance || written > times.Now + SignatureTimes.Tolerance))
        {
            return Compared.Refused($"waktu yang tertulis pada tanda tangannya ({Tanggal.TampilPukul(written)}) bukan sesudah dikirim");
        }

        var form = before.Form ?? FormRooms.Of(sent, cancel);
        var room = form.Room(place);
        if (isWhole && after.Last!.Room is { } shown && shown.Place != place)
        {
            return Compared.Refused("tampilan tanda tangannya di tempat orang lain");
        }

        var (on, box) = (form.Pages.ToList().IndexOf(room.Page), isWhole ? after.Last!.Shown : room.Box);
        return await pictures.WhyNotSameAsync(sent, returned, form.Sizes, on, box, cancel) is { } differs
            ? Compared.Refused(differs)
            : new(report.Signatures[^1], null, isWhole, report.HasMaterial);
    }

    // What the bytes say comes first, since that is what a person understands; then what the save did.
    private static string? WhyNot(SignatureReport report, int before, int sent, string? refused) =>
        report.Signatures.Count != before + 1
            ? $"di dalamnya ada {report.Signatures.Count} tanda tangan, seharusnya {before + 1}"
        : report.Ends[^1] <= sent ? "tanda tangan yang baru tidak mencakup berkas itu"
        : report.Signatures.SelectMany(s => s.Faults).FirstOrDefault() is { } fault ? fault
        : report.Fault is not null ? "ada bagian yang ditambahkan sesudah tanda tangannya"
        : refused;
}
