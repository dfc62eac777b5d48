using System.Text;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Signing.Cms;

namespace SopKinerja.Web.Signing.Pdf;

/// <summary>Judges every signature of a file: its bytes, what came behind it, its certificate at that time.</summary>
public sealed class PdfSignatureVerifier(SigningTrust trust, SignatureTimes times)
{
    // Nothing longer was ever left free, so nothing longer is read.
    private const int LargestHole = (2 * PdfSignatureWriter.ReservedWithTimestamp) + 2;

    /// <summary>Never fails: a file that cannot be read is a finding as well.</summary>
    /// <param name="cancel">When time is up; then that is the finding.</param>
    public SignatureReport Verify(byte[] pdf, CancellationToken cancel = default)
    {
        try
        {
            return Verify(pdf, PdfSource.Read(pdf, cancel));
        }
        catch (Exception refused) when (refused is PdfRefusedException or InvalidCastException or FormatException or OverflowException)
        {
            // What is spelled otherwise than we spell it is broken, or someone else's.
            var named = refused as PdfRefusedException ?? new PdfRefusedException(PdfFault.Broken, "bagiannya tidak cocok satu sama lain");
            return new([], named.Message, OurFiles.MayBeOurs(pdf), []);
        }
    }

    private SignatureReport Verify(byte[] pdf, PdfSource source)
    {
        var added = Enumerable.Range(1, source.Revisions.Count - 1).Select(i => RevisionGuard.AddedField(source, i)).ToList();
        var fields = SignatureFields.Of(source);
        var signatures = fields.Select(field => Judge(pdf, source, field)).OrderBy(found => found.Revision ?? int.MaxValue).ToList();
        var findings = signatures.Select(
            one => one.Finding with { Faults = [.. one.Finding.Faults, .. LaterFaults(one, added, signatures)] }).ToList();
        var fault = added.Count > 0 && added.Exists(field => field is null || !signatures.Exists(one => one.Field == field))
            ? "Dokumen PDF ini diubah sesudah dibuat, bukan hanya ditandatangani."
            : null;
        return new(findings, fault, OurFiles.MayBeOurs(pdf), [.. source.Revisions.Select(revision => revision.End)]);
    }

    private Judged Judge(byte[] pdf, PdfSource source, SignatureFieldFound field)
    {
        source.Time();
        var signature = source.Map(new PdfReference(field.Value));
        var place = field.Name ?? "?";
        if (Covered(pdf, signature) is not { } covered)
        {
            return new(field.Number, null, new(place, null, null, null, null, false, false, false, ["jangkauannya tidak benar"]));
        }

        var at = PdfText.ReadTime(signature["/M"]);
        var cms = CmsJudgement.Of(covered.Contents, covered.Bytes, trust);
        var faults = new List<string>();
        if (cms.Fault is { } fault)
        {
            faults.Add(fault);
        }
        else if (at is not { } written)
        {
            faults.Add("waktunya tidak terbaca");
        }
        else
        {
            faults.AddRange(WhyNotInTime(pdf.AsSpan(0, covered.End), cms, written));
        }

        var revision = source.Revisions.Select((one, i) => (one.End, i))
            .Where(one => one.End == covered.End).Select(one => (int?)one.i).FirstOrDefault();
        if (revision is null or 0)
        {
            faults.Add("jangkauannya tidak sampai akhir simpanan");
        }

        return new(field.Number, revision, new(
            place, cms.Signer is null ? null : SubjectOf.Nama(cms.Signer), cms.Signer is null ? null : SubjectOf.Nip(cms.Signer),
            at, cms.TimestampedAt, cms.Fault is null, cms.Authority is not null, covered.End == pdf.Length, faults));
    }

    private List<string> WhyNotInTime(ReadOnlySpan<byte> file, CmsJudgement cms, DateTimeOffset written)
    {
        var stored = cms.TimestampedAt is null ? times.StoredAt(DocumentJudge.Hash(file)) : null;
        var known = cms.TimestampedAt ?? stored;
        List<string> faults = stored is { } day && (written - day).Duration() > SignatureTimes.Tolerance
            ? ["waktu yang tertulis padanya bukan waktu penyimpanannya"]
            : [];
        // Not proven: as late as now, and not when it says that it cannot have been.
        if ((trust.WhyNotGood(cms.Signer!, cms.Authority!, known ?? times.Now, known is not null)
            ?? (known is null ? trust.WhyNotGood(cms.Signer!, cms.Authority!, written, isProven: true) : null)) is { } bad)
        {
            faults.Add(bad);
        }

        return faults;
    }

    private static IEnumerable<string> LaterFaults(Judged one, List<int?> added, List<Judged> all)
    {
        if (one.Revision is not (> 0 and { } revision))
        {
            yield break;
        }

        if (added[revision - 1] != one.Field)
        {
            yield return "simpanannya mengubah lebih dari tanda tangan ini";
        }

        if (Enumerable.Range(revision + 1, added.Count - revision).Any(later =>
            added[later - 1] is not { } field
                || all.Find(other => other.Field == field) is not { Finding.Holds: true } its || its.Revision != later))
        {
            yield return "dokumen berubah sesudah tanda tangan ini";
        }
    }

    /// <summary>The hole and all around it, when the range says exactly that: from the first byte to an end, without the value of
    /// Contents.</summary>
    private static (string Contents, byte[] Bytes, int End)? Covered(byte[] pdf, PdfMap signature)
    {
        if (signature["/ByteRange"] is not PdfArray { Items: [var zero, var before, var after, var rest] }
            || signature["/Contents"] is not PdfAtom { Raw: var contents }
            || PdfSource.Number(zero) != 0 || PdfSource.Number(before) is not { } hole || PdfSource.Number(after) is not { } next
            || PdfSource.Number(rest) is not { } length || hole >= next || next > pdf.Length - length
            || contents.Length is < 2 or > LargestHole || contents[0] != '<' || next - hole != contents.Length
            || Encoding.Latin1.GetString(pdf, hole, contents.Length) != contents)
        {
            return null;
        }

        return (contents, [.. pdf.AsSpan(0, hole), .. pdf.AsSpan(next, length)], next + length);
    }

    private sealed record Judged(int Field, int? Revision, SignatureFinding Finding);
}
