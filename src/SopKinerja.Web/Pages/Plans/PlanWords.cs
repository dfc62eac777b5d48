using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Scoring.Pp46;

namespace SopKinerja.Web.Pages.Plans;

/// <summary>What the screen calls the states of a plan, and what is said where no plan can be agreed to.</summary>
public static class PlanWords
{
    /// <summary>The word in the filter for people without a plan.</summary>
    public const string None = "Belum";

    private static readonly (string Method, string Page, string Slug)[] Writing =
    [
        (ScoringMethods.Pp46,         "Edit",    "susun"),
        (ScoringMethods.PermenPanRb6, "Rencana", "rencana"),
    ];

    /// <summary>The states to narrow a list by.</summary>
    public static readonly IReadOnlyList<SelectListItem> States =
        [.. Enum.GetValues<PlanState>().Select(s => new SelectListItem(Nama(s), s.ToString())), new(Nama(null), None)];

    /// <summary>The word on the badge; null is a person who has no plan yet.</summary>
    public static string Nama(PlanState? state) => state switch
    {
        PlanState.Draft => "Draf",
        PlanState.Proposed => "Menunggu persetujuan",
        PlanState.Agreed => "Disetujui",
        _ => "Belum disusun",
    };

    /// <summary>How much it holds: "12 kegiatan", "5 rencana hasil kerja".</summary>
    public static string Isi(Plan plan) => Isi(plan.Kegiatan, plan.Sasaran);

    /// <inheritdoc cref="Isi(Plan)"/>
    public static string Isi(IReadOnlyList<KegiatanTugasJabatan> kegiatan, SasaranKinerja? sasaran) =>
        sasaran is null ? $"{kegiatan.Count} kegiatan" : $"{sasaran.Rencana.Count} rencana hasil kerja";

    /// <summary>The page on which a plan under that regulation is written.</summary>
    public static string WritingPage(string method) => Writing.Single(w => w.Method == method).Page;

    /// <summary>The last part of the address of that page.</summary>
    public static string WritingSlug(string method) => Writing.Single(w => w.Method == method).Slug;

    /// <summary>Why nobody could agree to this person's plan; null when the atasan langsung can.</summary>
    public static string? WhyNobodyAgrees(Pegawai pegawai) => pegawai.Atasan switch
    {
        null => $"{pegawai.Nama} belum mempunyai atasan langsung dalam data pegawai, jadi belum ada yang dapat menyetujui SKP. "
            + "Minta administrator mengisinya, lalu kembali ke halaman ini.",
        { IsActive: false } atasan => $"{atasan.Nama}, atasan langsung {pegawai.Nama}, sudah tidak aktif, jadi tidak dapat menyetujui SKP. "
            + "Minta administrator memperbarui data pegawai, lalu kembali ke halaman ini.",
        _ => null,
    };

    /// <summary>Why a proposed plan waits for somebody who has left or is the atasan langsung no more; null where it does not.</summary>
    public static string? WhyItWaitsInVain(Plan plan) =>
        plan.State != PlanState.Proposed || (plan.Atasan.IsActive && plan.AtasanId == plan.Pegawai.AtasanId) ? null
        : $"{plan.Atasan.Nama} {(plan.Atasan.IsActive ? $"bukan lagi atasan langsung {plan.Pegawai.Nama}" : "sudah tidak aktif")} menurut data pegawai. "
            + "Penyusun dapat menarik kembali SKP ini, lalu mengajukannya kepada atasan langsung yang sekarang.";
}
