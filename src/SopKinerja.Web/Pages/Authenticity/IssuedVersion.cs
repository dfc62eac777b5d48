using System.Security.Cryptography;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Signing;

namespace SopKinerja.Web.Pages.Authenticity;

/// <summary>How a version of a document stands, the gravest first.</summary>
public enum VersionState
{
    Damaged,

    Replaced,

    Incomplete,

    Complete,
}

/// <param name="IsAsStored">Whether the bytes were hashed again and still fit.</param>
public sealed record IssuedFile(DocumentKind Kind, DateTimeOffset DrawnAt, int Size, string Sha256, bool IsAsStored);

/// <param name="At">When; null while it is still to come.</param>
/// <param name="Fault">Why it does not hold, as a part of a sentence; null when it holds or is still to come.</param>
public sealed record IssuedSignature(string Kapasitas, string Nama, DateTimeOffset? At, string Cara, string? Fault);

/// <summary>What anyone may know of one version of a document: what its paper says anyway, but neither NIP nor result.</summary>
public sealed class IssuedVersion
{
    private readonly Dossier _dossier;
    private readonly SignatureReport? _report;
    private readonly string _ofBsre;

    /// <param name="report">What the signatures in its last file say; null for a version that is not signed in the file.</param>
    /// <param name="ofBsre">What a certificate of BSrE is worth here, in sentences.</param>
    public IssuedVersion(
        Dossier dossier, int version, IReadOnlyDictionary<DocumentKind, byte[]> bytes, SignatureReport? report, string ofBsre = "")
    {
        (_dossier, Version, _report, _ofBsre) = (dossier, version, report, ofBsre);
        Files = [.. dossier.Documents.Where(d => d.Version == version).OrderBy(d => d.Order).Select(d => new IssuedFile(
            d.Kind, d.DrawnAt, d.Size, d.Sha256,
            !bytes.TryGetValue(d.Kind, out var content) || Convert.ToHexStringLower(SHA256.HashData(content)) == d.Sha256))];
        Kode = dossier.Documents.FirstOrDefault(d => d.Version == version)?.VerificationCode;
        Signatures = [.. Expected().Select(SignatureOf)];
    }

    public static string Url(string code) => Links.Authenticity.Document(VerificationCode.Tampil(code));

    public int Version { get; }

    /// <summary>Null on documents of the first edition.</summary>
    public string? Kode { get; }

    public IReadOnlyList<IssuedFile> Files { get; }

    public IReadOnlyList<IssuedSignature> Signatures { get; }

    public string Nomor => DocumentNumber.Of(_dossier);

    public string Bentuk => _dossier.Peraturan.NamaDokumen;

    public string Asn => _dossier.Parties.Asn.Nama;

    public string Periode => $"{_dossier.NamaPeriode} ({_dossier.JangkaWaktu})";

    /// <summary>"Hadi (pejabat penilai) dan Siti (ASN yang dinilai)"; whoever need not sign in this period is not among them.</summary>
    public string SignedBy
    {
        get
        {
            string[] names = [.. Signatures.Where(s => s.At is not null).Select(s => $"{s.Nama} ({LowerFirst(s.Kapasitas)})")];
            return names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} dan {names[^1]}";
        }
    }

    /// <summary>How it was signed, in a sentence or two; null for a version of the past, whose way is not on record.</summary>
    public string? Cara => Mode is { } mode ? SigningModes.Row(mode).Cara : null;

    /// <summary>Since when it no longer counts; null while it does.</summary>
    public DateTimeOffset? ReplacedAt => Successor?.DrawnAt
        ?? (_dossier.Replaced?.Version == Version ? _dossier.Replaced.At : null);

    /// <summary>The version that took its place; null while there is none.</summary>
    public int? ReplacedBy => Successor?.Version;

    /// <summary>The version whose place it took, with its code; null for a first version.</summary>
    public StoredDocument? Replaces => _dossier.Documents.FirstOrDefault(d => d.Version == Version - 1 && d.IsIssue);

    public VersionState State =>
        Files.Any(f => !f.IsAsStored) || Signatures.Any(s => s.Fault is not null) || _report is { Fault: not null } ? VersionState.Damaged
        : ReplacedAt is not null ? VersionState.Replaced
        : Signatures.Any(s => s.At is null) ? VersionState.Incomplete
        : VersionState.Complete;

    private bool IsCurrent => Version == _dossier.DocumentVersion;

    private SigningMode? Mode => IsCurrent ? _dossier.SigningMode : null;

    private StoredDocument? Successor =>
        _dossier.Documents.FirstOrDefault(d => d.Version == Version + 1 && d.IsIssue);

    // "ASN" stays as it is.
    private static string LowerFirst(string words) =>
        words.Length > 1 && char.IsUpper(words[1]) ? words : char.ToLowerInvariant(words[0]) + words[1..];

    // The documents that the version has, and while it is the present one those still to come.
    private IEnumerable<DocumentKind> Expected() =>
        Files.Select(f => f.Kind)
            .Concat(IsCurrent && !_dossier.IsDetermined ? [DocumentKind.Final] : Array.Empty<DocumentKind>())
            .Concat(IsCurrent && _dossier.AsksPengesahan ? [DocumentKind.Ratified] : Array.Empty<DocumentKind>())
            .Distinct().OrderBy(StoredDocument.OrderOf);

    private IssuedSignature SignatureOf(DocumentKind kind)
    {
        var (party, place) = SignatureRows.LastOf(kind).On(_dossier.Parties);
        var kapasitas = place switch
        {
            SignaturePlace.PejabatPenilai => "Pejabat penilai",
            SignaturePlace.Asn => "ASN yang dinilai",
            SignaturePlace.AtasanPejabatPenilai => "Atasan pejabat penilai",
            _ => throw new InvalidOperationException($"Nobody signs at {place}."),
        };
        if (Files.FirstOrDefault(f => f.Kind == kind) is not { } file)
        {
            return new(kapasitas, party?.Nama ?? "", null, "Belum menandatangani", null);
        }

        // The document and the move are of one moment.
        var move = _dossier.History.LastOrDefault(h => h.At == file.DrawnAt && h.Move
            is Move.Completed or Move.Received or Move.Reserved or Move.Ratified or Move.Decided or Move.Determined);
        var nama = move?.ActorNama ?? party?.Nama ?? "";
        if (move?.StandIn is { } standIn && party is not null)
        {
            (party, kapasitas) = (party with { Nip = standIn.Nip }, $"{kapasitas}, {standIn.Sebagai}");
        }

        return _report is null
            ? new(kapasitas, nama, file.DrawnAt, OnRecord(), null)
            // A signature of BSrE names no place, so the order says whose it is.
            : InFile(kapasitas, nama, file.DrawnAt, party, Mode == SigningMode.Bsre
                ? _report.Signatures.ElementAtOrDefault(StoredDocument.OrderOf(kind))
                : _report.Signatures.FirstOrDefault(s => s.Place == place.ToString()));
    }

    private string OnRecord() => Mode switch
    {
        SigningMode.Bsre => "Lewat BSrE, di dalam dokumen PDF",
        SigningMode.WetInk => "Tinta pada kertas; keputusannya dinyatakan dengan akun",
        SigningMode.Account or SigningMode.Certificate or null => "Dengan akun dan kata sandinya",
        _ => throw new InvalidOperationException($"Nobody signs by {Mode}."),
    };

    private IssuedSignature InFile(string kapasitas, string nama, DateTimeOffset at, Party? party, SignatureFinding? found) => found is null
        ? new(kapasitas, nama, at, "Di dalam dokumen PDF", "tanda tangannya tidak ada di dalam dokumen PDF")
        : new(
            kapasitas, found.Signer ?? nama, found.TimestampedAt ?? found.SignedAt ?? at,
            Mode == SigningMode.Bsre ? $"Lewat BSrE, di dalam dokumen PDF. {_ofBsre}"
            : found.TimestampedAt is null
            ? "Sertifikat terbitan dinas, di dalam dokumen PDF; waktu menurut server"
            : "Sertifikat terbitan dinas, di dalam dokumen PDF; dengan stempel waktu",
            found.Faults.Count > 0 ? string.Join("; ", found.Faults) : SignatureRows.WhyNotBy(party, found));
}
