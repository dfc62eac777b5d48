using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Bsre;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Signing.Pdf;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Integrity;

/// <param name="Faults">A sentence for each that is not as it was stored; names no person.</param>
public sealed record VerificationReport(int Results, int Documents, int Signatures, int Scans, IReadOnlyList<string> Faults)
{
    public int ByBsre { get; init; }

    /// <summary>Documents that were drawn again, and came out as they are stored.</summary>
    public int Redrawn { get; init; }

    /// <summary>How many documents without a signature in the file cannot be drawn again as they were: of earlier releases, other settings
    /// or other fonts.</summary>
    public int NotRedrawn { get; init; }

    /// <summary>A sentence for each of them, up to so many as anybody looks through.</summary>
    public IReadOnlyList<string> NotRedrawnNamed { get; init; } = [];
}

/// <summary>Holds the database against itself: every result must follow from its sheet, every document must have the bytes it was stored
/// with, every signature in it must hold, and every version must name the one before.</summary>
/// <remarks>Reads in portions by key, so memory does not grow with the archive, and changes nothing.</remarks>
public sealed partial class Verification(SopDbContext db, Action<string> progress)
{
    private const int ResultsAtOnce = 500;
    private const int DocumentsAtOnce = 20;
    private const int ScansAtOnce = 5;
    private const int TellEvery = 5_000;
    private const int MostNamed = 1_000;

    private readonly List<string> _faults = [];

    /// <summary>Dossiers whose result does not follow from its sheet.</summary>
    private readonly HashSet<long> _wrong = [];

    private SigningTrust _trust = SigningTrust.None;

    private int _signed;

    private int _byBsre;

    private int _redrawn;

    private int _notRedrawn;

    private readonly List<string> _notRedrawnNamed = [];

    /// <summary>When set, the bytes of older documents and scans are not read.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Null where documents are not drawn again.</summary>
    public Redrawing? Redrawing { get; init; }

    public BsreSignatures Bsre { get; init; } = new(new([]));

    public async Task<VerificationReport> RunAsync(CancellationToken cancel)
    {
        await TrustAsync(cancel);
        _faults.AddRange(await TryAsync("sertifikat", () => CertificateCheck.FaultsAsync(db, cancel), []));
        var results = await PortionsAsync(ResultsAtOnce, "hasil", ResultsAfter, cancel);
        var (documentsInAll, versions) = (
            await db.Documents.CountAsync(d => Since == null || d.DrawnAt >= Since, cancel),
            await TryAsync("versi dokumen", () => VersionsAsync(cancel), []));
        var documents = await PortionsAsync(DocumentsAtOnce, $"dari {documentsInAll} dokumen", DocumentsAfter, cancel);
        _faults.AddRange(versions);
        _faults.AddRange(await TryAsync("hasil yang diambil dari tempat lain", () => CopiedAsync(cancel), []));
        var scans = await PortionsAsync(ScansAtOnce, "pindaian", ScansAfter, cancel);
        return new(results, documents, _signed, scans, _faults)
        {
            ByBsre = _byBsre,
            Redrawn = _redrawn,
            NotRedrawn = _notRedrawn,
            NotRedrawnNamed = _notRedrawnNamed,
        };
    }

    // What was spoiled must not keep the rest from being looked at.
    private async Task TrustAsync(CancellationToken cancel)
    {
        try
        {
            _trust = await db.SigningTrustAsync(cancel);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or ArgumentException)
        {
            _faults.Add("Otoritas sertifikat atau daftar pencabutannya tidak terbaca; tanda tangan diperiksa tanpa otoritas.");
        }
    }

    // What cannot even be read is a fault, and hides none of the others.
    private async Task<T> TryAsync<T>(string what, Func<Task<T>> check, T otherwise)
    {
        try
        {
            return await check();
        }
        catch (Exception unreadable) when (Unsaved.CodeOf(unreadable) is not null
            || unreadable is JsonException or InvalidOperationException or FormatException or ArgumentException or ArithmeticException
                or NotSupportedException)
        {
            _faults.Add($"Pemeriksaan {what} tidak dapat diselesaikan, karena ada isi yang tidak terbaca ({unreadable.GetType().Name}).");
            return otherwise;
        }
    }

    private async Task<int> PortionsAsync(
        int atOnce, string what, Func<long, int, CancellationToken, Task<List<long>>> check, CancellationToken cancel)
    {
        var (count, told, last) = (0, 0, 0L);
        while (await TryAsync($"{what} sesudah nomor {last}", () => check(last, atOnce, cancel), []) is { Count: > 0 } done)
        {
            (count, last) = (count + done.Count, done[^1]);
            if (count - told >= TellEvery)
            {
                told = count;
                progress($"{count} {what} diperiksa.");
            }
        }

        return count;
    }

    private async Task<List<long>> ResultsAfter(long last, int most, CancellationToken cancel)
    {
        // As text: a sheet that cannot be read is a finding about one dossier, and must not end the whole.
        var rows = await db.Database.SqlQuery<ResultRow>($"""
                select d.id as "Id", d.step as "Step", d.closed_at is not null as "IsClosed",
                    d.sheet::text as "Sheet", d.outcome::text as "Outcome",
                    (select count(*)::int from documents x
                     where x.dossier_id = d.id and x.version = d.document_version and x.kind in ('Approved', 'Determined')) as "Approved",
                    (select count(*)::int from documents x
                     where x.dossier_id = d.id and x.version = d.document_version and x.kind = 'Final') as "Final",
                    d.step > {(int)Step.Sign} and d.penetapan_ground is not null as "IsDetermined",
                    d.asks_pengesahan and not exists (
                        select from documents x
                        where x.dossier_id = d.id and x.version = d.document_version and x.kind = 'Ratified') as "LacksRatified"
                from dossiers d where d.id > {last} and (d.outcome is not null or d.step > {(int)Step.Validate}) order by d.id limit {most}
                """).ToListAsync(cancel);
        foreach (var row in rows)
        {
            var faults = Faults(row).ToList();
            _faults.AddRange(faults);
            if (faults.Count > 0)
            {
                _wrong.Add(row.Id);
            }
        }

        return [.. rows.Select(r => r.Id)];
    }

    private async Task<List<long>> DocumentsAfter(long last, int most, CancellationToken cancel)
    {
        var taken = db.Set<BsreAttempt>().Taken();
        var rows = await db.Documents.AsNoTracking().Where(d => d.Id > last && (Since == null || d.DrawnAt >= Since))
            .OrderBy(d => d.Id).Take(most)
            .Select(d => new
            {
                d.Id,
                d.DossierId,
                d.Kind,
                d.Version,
                d.Sha256,
                d.Size,
                Bytes = d.Content == null ? null : d.Content.Bytes,
                IsToBeSigned = db.Dossiers.Any(x => x.Id == d.DossierId
                    && x.DocumentVersion == d.Version && x.SigningMode == SigningMode.Certificate),
                // Of the version that stands.
                Content = db.Dossiers.Where(x => x.Id == d.DossierId && x.DocumentVersion == d.Version && x.Step > Step.Validate)
                    .Select(x => new { Sheet = (string)(object)x.Sheet, Outcome = (string?)(object?)x.Outcome }).FirstOrDefault(),
                // As text, as the sheets are: parties that cannot be read are a finding about one dossier.
                Parties = db.Dossiers.Where(x => x.Id == d.DossierId).Select(x => (string)(object)x.Parties).First(),
                StandIns = db.History.Where(h => h.DossierId == d.DossierId && h.StandIn != null)
                    .Select(h => new { h.From, h.FromSubstep, h.StandIn }).ToList(),
                OfVersion = db.Documents.Where(x => x.DossierId == d.DossierId && x.Version == d.Version)
                    .Select(x => new { x.Sha256, x.DrawnAt }).ToList(),
                d.DrawnAt,
                // By the version and not by the dossier, whose next version may be signed in another way.
                IsBsre = d.VerificationCode != null && taken.Any(a => a.VerificationCode == d.VerificationCode),
                IsWhole = !taken.Any(a => a.VerificationCode == d.VerificationCode && a.Edition == null),
            }).ToListAsync(cancel);
        foreach (var row in rows)
        {
            var nama = $"{TextRules.Capitalized(DocumentNames.Of(row.Kind).Nama)} berkas "
                + $"{row.DossierId}{(row.Version > 1 ? $" versi {row.Version}" : "")}";
            if (row.Bytes is null)
            {
                _faults.Add($"{nama}: isinya tidak ada.");
            }
            else if (row.Bytes.Length != row.Size || Convert.ToHexStringLower(SHA256.HashData(row.Bytes)) != row.Sha256)
            {
                _faults.Add($"{nama}: isinya tidak sama dengan yang disimpan (SHA-256 tercatat {row.Sha256}).");
            }
            else
            {
                if (!_wrong.Contains(row.DossierId) && row.Content is { Outcome: { } outcome, Sheet: var sheet }
                    && !IsDrawnFrom(row.Bytes, sheet, outcome, row.Parties))
                {
                    _faults.Add($"{nama}: lembar, hasil, atau para pihak yang tersimpan bukan yang tercetak di dalamnya.");
                }

                if (row.IsToBeSigned || row.IsBsre || row.Bytes.AsSpan().IndexOf("/ByteRange"u8) >= 0)
                {
                    var times = SignatureTimes.Of(row.OfVersion.Select(x => (x.Sha256, x.DrawnAt)), row.DrawnAt);
                    var report = row.IsBsre ? Bsre.Judge(row.Bytes, row.IsWhole, times)
                        : new PdfSignatureVerifier(_trust, times).Verify(row.Bytes);
                    _byBsre += row.IsBsre ? report.Signatures.Count : 0;
                    var standIns = row.StandIns.Select(h => (h.From, h.FromSubstep, h.StandIn!));
                    var expected = row.IsToBeSigned || row.IsBsre ? SignatureRows.CountIn(row.Kind) : report.Signatures.Count;
                    _faults.AddRange(Faults(report, row.Parties, [.. standIns], expected).Select(fault => $"{nama}: {fault}"));
                }
                else if (Redrawing is not null && !_wrong.Contains(row.DossierId) && row.Content is { Outcome: not null })
                {
                    // On paper the same file is the final one too.
                    var drawnAt = row.OfVersion.Where(x => x.Sha256 == row.Sha256).Min(x => x.DrawnAt);
                    await RedrawAsync(nama, row.DossierId, drawnAt, row.Bytes);
                }
            }
        }

        return [.. rows.Select(r => r.Id)];
    }

    private async Task RedrawAsync(string nama, long dossierId, DateTimeOffset drawnAt, byte[] bytes)
    {
        DrawnAgain again;
        try
        {
            again = await Redrawing!.AgainAsync(dossierId, drawnAt, bytes);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or ArgumentException)
        {
            again = DrawnAgain.Different;
        }

        var whyNot = again switch
        {
            DrawnAgain.OtherWords => "kata-katanya sekarang lain",
            DrawnAgain.OtherTools => "digambar edisi, mesin, atau huruf yang lain",
            DrawnAgain.Unmarked => "berkasnya tidak menyebut dari apa ia digambar",
            _ => null,
        };
        _redrawn += again == DrawnAgain.Same ? 1 : 0;
        _notRedrawn += whyNot is null ? 0 : 1;
        if (whyNot is not null && _notRedrawn <= MostNamed)
        {
            _notRedrawnNamed.Add($"{nama}: tidak dapat digambar ulang, {whyNot}.");
        }

        if (again == DrawnAgain.Different)
        {
            _faults.Add($"{nama}: bukan yang digambar dari data yang tersimpan.");
        }
    }

    private IEnumerable<string> Faults(
        SignatureReport report, string parties, IReadOnlyList<(Step, Substep, StandIn)> standIns, int expected)
    {
        _signed += report.Signatures.Count;
        return
        [
            .. report.Signatures.SelectMany(s => s.Faults, (s, fault) => $"tanda tangan {s.Place}: {fault}."),
            .. WhyNotBy(parties, standIns, report).Select(fault => $"{fault}."),
            .. report.Signatures.Count == expected ? Array.Empty<string>()
                : [$"memuat {report.Signatures.Count} tanda tangan, seharusnya {expected}."],
            .. report.Fault is { } whole ? [whole] : Array.Empty<string>(),
        ];
    }

    // Files of earlier releases hold no digest; columns that cannot be read are found by themselves.
    private static bool IsDrawnFrom(byte[] file, string sheet, string outcome, string parties)
    {
        try
        {
            return ContentDigest.In(file) is not { } digest || digest == ContentDigest.Of(sheet, outcome, parties);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The certificate of each signature must be of the party whose place it stands at.</summary>
    private static IEnumerable<string> WhyNotBy(string parties, IReadOnlyList<(Step, Substep, StandIn)> standIns, SignatureReport report)
    {
        try
        {
            var named = JsonColumn.Read<Parties>(parties);
            return [.. report.Signatures.Select(s => (s.Place, Why: SignatureRows.WhyNotBy(named, standIns, s)))
                .Where(s => s.Why is not null).Select(s => $"tanda tangan {s.Place}: {s.Why}")];
        }
        catch (JsonException)
        {
            return ["para pihaknya tidak terbaca"];
        }
    }

    private async Task<List<long>> ScansAfter(long last, int most, CancellationToken cancel)
    {
        var rows = await db.Scans.AsNoTracking().Where(s => s.Id > last && (Since == null || s.AddedAt >= Since))
            .OrderBy(s => s.Id).Take(most)
            .Select(s => new { s.Id, s.DossierId, s.No, s.Sha256, s.Size, Bytes = s.Content == null ? null : s.Content.Bytes })
            .ToListAsync(cancel);
        foreach (var row in rows.Where(r => r.Bytes is null
            || r.Bytes.Length != r.Size || Convert.ToHexStringLower(SHA256.HashData(r.Bytes)) != r.Sha256))
        {
            _faults.Add(row.Bytes is null
                ? $"Pindaian ke-{row.No} berkas {row.DossierId}: isinya tidak ada."
                : $"Pindaian ke-{row.No} berkas {row.DossierId}: isinya tidak sama dengan yang disimpan (SHA-256 tercatat {row.Sha256}).");
        }

        return [.. rows.Select(r => r.Id)];
    }

    private static IEnumerable<string> Faults(ResultRow row)
    {
        if (WhyNotTheResult(row) is { } fault)
        {
            yield return $"Berkas {row.Id}: {fault}";
        }

        if (row.Approved == 0)
        {
            yield return $"Berkas {row.Id}: dokumen yang disetujui tidak ada.";
        }

        if ((row.Step > (int)Step.Sign || row.IsClosed) && row.Final == 0 && !row.IsDetermined)
        {
            yield return $"Berkas {row.Id}: dokumen akhir tidak ada.";
        }

        if (row.Step > (int)Step.Sign && row.LacksRatified)
        {
            yield return $"Berkas {row.Id}: dokumen yang disahkan tidak ada.";
        }
    }

    private static string? WhyNotTheResult(ResultRow row)
    {
        try
        {
            var again = JsonColumn.Read<Sheet>(row.Sheet).Conclude();
            return row.Outcome is null ? "hasilnya tidak tersimpan."
                : JsonColumn.Read<Outcome>(row.Outcome) is var stored && stored == again ? null
                : $"hasil tersimpan {Shown(stored)}, dihitung ulang {Shown(again)}.";
        }
        catch (Exception unreadable)
            when (unreadable is JsonException or InvalidOperationException or ArgumentException or NotSupportedException
                or ArithmeticException or FormatException)
        {
            return "lembar penilaiannya tidak dapat dihitung ulang.";
        }
    }

    private static string Shown(Outcome outcome) =>
        outcome.Nilai is { } nilai ? $"{Angka.Isian(nilai)} ({outcome.Sebutan})" : outcome.Sebutan;

    private sealed record ResultRow(
        long Id, int Step, bool IsClosed, string Sheet, string? Outcome, int Approved, int Final, bool IsDetermined, bool LacksRatified);
}
