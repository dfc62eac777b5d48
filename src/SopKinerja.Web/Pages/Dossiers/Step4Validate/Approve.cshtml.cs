using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers.Step4Validate;

/// <summary>Step 4, the check before it is final: what will happen, the result, the document, and the password.</summary>
public sealed class ApproveModel(SopDbContext db, TimeProvider time, PasswordAgain password, DocumentPress press, WorkingCalendarSource calendars)
    : StepPageModel(db, time)
{
    public override Step Step => Step.Validate;

    [BindProperty]
    public Form Input { get; set; } = new();

    public FormDescription Preview => press.Describe(Dossier, Now);

    public ScoringMethod Method => ScoringMethods.Row(Dossier.Method);

    public string ObjectionDays => $"{Method.ObjectionDays} hari {(Method.ObjectionDayKind == DayKind.Calendar ? "kalender" : "kerja")}";

    public async Task<IActionResult> OnPostCompleteAsync()
    {
        if (await WhyNotSignedAsync(password, Input.KataSandi) is { } shownAgain)
        {
            return shownAgain;
        }

        var now = Now;
        Dossier.Approve(d => press.Draw(d, now), Actor, await calendars.GetAsync(), now);
        return await MovedAsync($"Penilaian sudah Anda setujui dan dokumennya sudah terbit. Berkas sekarang menunggu {Dossier.Performer(Dossier.Step)}.");
    }

    /// <summary>The password of the account, instead of a signature.</summary>
    public sealed class Form
    {
        public string? KataSandi { get; set; }
    }
}
