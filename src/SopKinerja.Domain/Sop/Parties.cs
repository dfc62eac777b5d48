using SopKinerja.Domain.Authority;
using SopKinerja.Domain.People;

namespace SopKinerja.Domain.Sop;

/// <summary>The people named on a dossier, as they were when it was opened; the forms print these and not today's.</summary>
/// <param name="AtasanPejabatPenilai">The superior of the pejabat penilai; null where there is none.</param>
public sealed record Parties(Party Asn, Party AtasanLangsung, Party? AtasanPejabatPenilai)
{
    /// <summary>The superior of the atasan pejabat penilai, to whom his authority passes when he does nothing; null where there is
    /// none.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public Party? PejabatLebihTinggi { get; init; }

    /// <summary>All but the rated person, as far as they are named.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<Party> Others => new[] { AtasanLangsung, AtasanPejabatPenilai, PejabatLebihTinggi }.OfType<Party>();

    /// <summary>Null for an office, and where nobody is named.</summary>
    public Party? Of(Role role) => role switch
    {
        Role.Asn => Asn,
        Role.AtasanLangsung => AtasanLangsung,
        Role.AtasanPejabatPenilai => AtasanPejabatPenilai,
        Role.Analis or Role.Kasubbag or Role.Sekretaris or Role.KepalaDinas or Role.Administrator or Role.Auditor => null,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>Who performs a step, for a sentence: "Kasubbag", "atasan langsung (Rahmah, S.E.)".</summary>
    public string Performer(Step step, Actor? reader = null) => Performer(SopTable.Row(step), reader);

    /// <param name="reader">Who reads it, called "Anda" where he is meant himself; null for everybody.</param>
    public string Performer(SopRow row, Actor? reader = null) => row.PelaksanaOn(this) is var role && role.IsParty()
        ? Named(role, Of(role), reader)
        : role.Nama();

    private static string Named(Role role, Party? party, Actor? reader) =>
        party is not null && party.PegawaiId == reader?.PegawaiId ? "Anda" : $"{role.Nama()} ({party?.Nama})";
}

/// <summary>One person as the forms print them, with the jenjang of a jabatan fungsional and the day since when the position is
/// held.</summary>
// The last two have defaults: dossiers of the first edition are stored without them.
public sealed record Party(
    int PegawaiId, string Nama, string? Nip, JenisAsn Jenis, string? PangkatGolongan, string Jabatan, string UnitKerja, bool IsStruktural,
    string? Jenjang = null, DateOnly? TmtJabatan = null)
{
    /// <summary>Nomor seri kartu pegawai.</summary>
    public string? Karpeg { get; init; }

    public string? TempatLahir { get; init; }

    public DateOnly? TmtPangkat { get; init; }

    /// <summary>What was held earlier in the period, as it was recorded when the dossier was opened; null where there is
    /// nothing.</summary>
    public IReadOnlyList<MasaJenjang>? JenjangSebelumnya { get; init; }

    public static Party Of(Pegawai p, string outside) => new(
        p.Id, p.Nama, p.Nip, p.Jenis, p.Golongan is { } g ? Golongan.Tampil(g) : null, p.Jabatan, p.UnitKerja?.Nama ?? outside,
        p.IsStruktural,
        p.Jenjang, p.TmtJabatan)
    {
        Karpeg = p.Karpeg,
        TempatLahir = p.TempatLahir,
        TmtPangkat = p.TmtPangkat,
    };

    /// <summary>The owner of a plan, in the position for which it is.</summary>
    public static Party Of(Plans.Plan plan, string outside) => Of(plan.Pegawai, outside) is var person && plan.FormerJabatan is { } former
        ? person with { Jabatan = former, UnitKerja = plan.FormerUnit! }
        : person;

    /// <summary>Whether nothing that a form prints, or that is reckoned with, differs.</summary>
    public bool IsSameAs(Party other) =>
        this with { JenjangSebelumnya = null } == other with { JenjangSebelumnya = null }
        && (JenjangSebelumnya ?? []).SequenceEqual(other.JenjangSebelumnya ?? []);

    /// <summary>"NIP 19661002 199001 1 002", or "" without a number.</summary>
    public string NomorTampil => Nip is null ? "" : $"{People.Nip.LabelOf(Jenis)} {People.Nip.Stored(Nip)}";
}
