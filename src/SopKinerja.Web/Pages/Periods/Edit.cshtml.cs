using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Periods;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Periods;

public sealed class EditModel(SopDbContext db, ChangeLog log) : RecordPageModel<EditModel.Found>, IPeriodPage, IShowsChanges
{
    [BindProperty]
    public PeriodForm Input { get; set; } = new();

    public void OnGet() => Input = PeriodForm.Of(Row.Period);

    public async Task<IActionResult> OnPostAsync()
    {
        if (WhatIsFixed() is ({ } field, var since))
        {
            return await this.ShowAgainAsync($"Input.{field}", $"Sudah ada {since} pada periode ini, jadi isian ini tidak dapat diubah "
                + "lagi. Kembalikan ke isian semula.");
        }

        if (!await OtherPeriods.AllowAsync(db, Input, Row.Period, ModelState))
        {
            return await this.ShowAgainAsync();
        }

        var (period, before) = (Row.Period, PeriodForm.Of(Row.Period));
        var method = period.Peraturan.Nama;
        db.Entry(period).Property(p => p.Version).OriginalValue = Input.Version ?? 0;
        Apply(period);
        Write(before, method);
        return await this.WhyNotSavedAsync(db, () => db.SaveChangesAsync(), "Input.Nama", PeriodForm.NamaTaken, OtherPeriods.Overlap)
            ?? this.Done($"Periode {period.Nama} sudah disimpan.", Links.Periods.List);
    }

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        if (this.NeedsVersion())
        {
            Input.Version = Row.Period.Version;
        }
    }

    protected override Task<Found?> FindAsync() => db.Periods.Where(p => p.Id == Id)
        .Select(p => new Found(p, db.Plans.IgnoreQueryFilters().Any(d => d.PeriodId == p.Id),
            db.Dossiers.Any(d => d.PeriodId == p.Id && d.CancelledAt == null),
            db.CapaianUnit.Any(c => c.PeriodId == p.Id), ChangeLine.Of(db, ChangeSubjects.Periode, Id).ToList()))
        .SingleOrDefaultAsync();

    // Documents print the dates, and a period must not be measured in two ways.
    private (string? Field, string Since) WhatIsFixed() =>
        (Row.HasPlans || Row.HasCapaian) && Input.Method != Row.Period.Method ? (nameof(Input.Method), Row.HasPlans ? "SKP" : Measured)
        : !Row.HasDossiers && !Row.HasCapaian ? default
        : Input.Mulai != Row.Period.Mulai ? (nameof(Input.Mulai), Measured)
        : Input.Selesai != Row.Period.Selesai ? (nameof(Input.Selesai), Measured)
        : Input.Kala != Row.Period.Kala ? (nameof(Input.Kala), Measured)
        : default;

    private string Measured => Row.HasDossiers ? "berkas" : "capaian organisasi";

    private void Apply(Period period)
    {
        period.Change(Input.Nama!.Trim(), Input.Mulai!.Value, Input.Selesai!.Value);
        period.MeasureBy(Input.Method!, Input.MethodReason.Trimmed());
        period.EvaluateEvery(Input.Kala);
        period.Ratify(Input.Pengesahan);
        if (Input.Terbuka)
        {
            period.Reopen();
        }
        else
        {
            period.Close();
        }
    }

    private void Write(PeriodForm before, string methodBefore)
    {
        var period = Row.Period;
        log.Write(User, ChangeSubjects.Periode, period.Id, period.Nama, new Differences()
            .Of("nama", before.Nama, period.Nama)
            .Of("tanggal mulai", Tanggal.Tampil(before.Mulai!.Value), Tanggal.Tampil(period.Mulai))
            .Of("tanggal selesai", Tanggal.Tampil(before.Selesai!.Value), Tanggal.Tampil(period.Selesai))
            .Of("peraturan penilaian", methodBefore, period.Peraturan.Nama)
            .Of("alasannya", before.MethodReason, period.MethodReason)
            .Of("evaluasi periodik", before.Kala?.ToString(), period.Kala?.ToString())
            .Of("pengesahan atasan pejabat penilai", YaTidak(before.Pengesahan), YaTidak(period.AsksPengesahan))
            .Of("keadaan", Keadaan(before.Terbuka), Keadaan(period.IsOpen)));
    }

    private static string YaTidak(bool yes) => yes ? "ya" : "tidak";

    private static string Keadaan(bool isOpen) => isOpen ? "terbuka" : "ditutup";

    /// <summary>The period, what was begun in it, and its newest changes.</summary>
    public sealed record Found(
        Period Period, bool HasPlans, bool HasDossiers, bool HasCapaian, IReadOnlyList<ChangeLine> Changes);
}
