using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Documents;

/// <summary>One plan as the form of its regulation, with its two people as they are now.</summary>
public static class SkpTercetak
{
    /// <param name="plan">With its period, and with both people and their units.</param>
    /// <param name="dinas">Whose form it is, and where it is dated.</param>
    /// <param name="at">Stands in the file as the time of its making.</param>
    public static FormDescription Describe(Plan plan, DinasSettings dinas, DateTimeOffset at)
    {
        if (plan.Sasaran is not { } sasaran)
        {
            return FormulirSasaranKerjaForm.From(plan, dinas).Describe(at);
        }

        var kop = KopTercetak.From(plan.Period, null, dinas.Nama, dinas.Tempat) with { Draf = Draf(plan.State) };
        var parties = new Parties(Party.Of(plan.Pegawai, dinas.Pemerintah), Party.Of(plan.Atasan, dinas.Pemerintah), null);
        var forms = kop.Document(PegawaiTercetak.From(parties.Asn), at,
            SasaranKinerjaForm.From(sasaran, kop, parties, null, Disetujui(plan)).Describe(),
            LampiranSkpForm.From(sasaran, kop, parties, null, Disetujui(plan)).Describe());
        // The foot is on every page, so a single sheet of a draft cannot pass for a form that was agreed to.
        var mark = kop.Draf is null ? "" : $"{kop.Draf}. ";
        return forms with { Footer = FormattableString.Invariant($"{mark}SKP {plan.Id}, {plan.Pegawai.Nama}, dicetak {Tanggal.TampilPukul(at)}") };
    }

    /// <summary>Why the form is not valid yet; null once the plan was agreed to.</summary>
    internal static string? Draf(PlanState state) => state switch
    {
        PlanState.Agreed => null,
        PlanState.Proposed => "DRAF: BELUM DISETUJUI, SEDANG MENUNGGU PEJABAT PENILAI",
        _ => "DRAF: BELUM DISETUJUI, MASIH DISUSUN",
    };

    /// <summary>The consent of the pejabat penilai; null while there is none.</summary>
    internal static PersetujuanElektronik? Disetujui(Plan plan) => plan.AgreedAt is { } agreed ? new(plan.Atasan.Nama, agreed) : null;
}
