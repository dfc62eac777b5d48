using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Plans;

namespace SopKinerja.Web.Pages.Plans;

/// <summary>What the screen calls the states of a plan, and what is said where no plan can be agreed to.</summary>
public static class PlanWords
{
    public const string None = "Belum";

    public static readonly IReadOnlyList<SelectListItem> States =
        [.. Enum.GetValues<PlanState>().Select(s => new SelectListItem(Nama(s), s.ToString())), new(Nama(null), None)];

    /// <summary>The word on the badge; null is a person who has no plan yet.</summary>
    public static string Nama(PlanState? state) => state switch
    {
        PlanState.Draft => "Draf",
        PlanState.Proposed => "Menunggu persetujuan",
        PlanState.Agreed => "Disetujui",
        PlanState.Cancelled => "Dibatalkan",
        null => "Belum disusun",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string CameBack(PlanHistoryEntry line) => line.Move switch
    {
        PlanMove.Returned => $"Dikembalikan oleh {line.ActorNama} dengan alasan:",
        PlanMove.Withdrawn => "Ditarik kembali sebelum disetujui, dengan alasan:",
        PlanMove.Revised => $"Dibuka untuk direvisi oleh {line.ActorNama} dengan alasan:",
        PlanMove.Moved => $"Menjadi draf lagi: {line.ActorNama} mengubah hari pertama pada jabatan ini. Sesuaikan targetnya, lalu ajukan:",
        _ => throw new ArgumentOutOfRangeException(nameof(line), line.Move, null),
    };

    /// <summary>What must be done with a plan of that state so that it is no longer there, as a sentence.</summary>
    public static string HowToCancel(PlanState state) => state switch
    {
        PlanState.Draft => "Batalkan dahulu SKP itu di halamannya.",
        PlanState.Proposed => "Tarik dahulu SKP itu kembali, lalu batalkan.",
        PlanState.Agreed => "Minta dahulu atasan langsungnya membuka SKP itu untuk direvisi, lalu batalkan.",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>Why no one could agree to this person's plan; null when the atasan langsung can.</summary>
    public static string? WhyNobodyAgrees(Pegawai pegawai) => pegawai.Atasan switch
    {
        null => $"{pegawai.Nama} belum mempunyai atasan langsung dalam data pegawai, jadi belum ada yang dapat menyetujui SKP. "
            + "Minta administrator mengisinya, lalu kembali ke halaman ini.",
        { IsActive: false } atasan => $"{atasan.Nama}, atasan langsung {pegawai.Nama}, sudah tidak aktif, jadi tidak dapat menyetujui SKP. "
            + "Minta administrator memperbarui data pegawai, lalu kembali ke halaman ini.",
        _ => null,
    };

    /// <summary>Why a proposed plan waits for someone who has left; null where it does not.</summary>
    public static string? WhyItWaitsInVain(Plan plan) => plan.State != PlanState.Proposed || plan.Atasan.IsActive
        ? null
        : $"{plan.Atasan.Nama} sudah tidak aktif menurut data pegawai. Minta administrator mencatat serah terimanya; SKP ini lalu menunggu "
            + "penerusnya.";
}
