using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Corrections;

/// <summary>Answers one request: done with what was changed, or refused with the reason.</summary>
public sealed partial class AnswerModel(SopDbContext db, ChangeLog log, TimeProvider time) : RecordPageModel<Correction>
{
    public static readonly IReadOnlyList<SelectListItem> Answers =
        [new("Dibetulkan", Form.Done), new("Ditolak", Form.Refused)];

    [BindProperty]
    public Form Input { get; set; } = new();

    public Pegawai Person { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync()
    {
        var isDone = Input.Putusan == Form.Done;
        Row.Reply(isDone, Input.Jawaban.Trimmed()!, User.Actor().Nama, time.GetUtcNow());
        log.Write(
            User, ChangeSubjects.Pembetulan, Row.Id, Person.Nama,
            isDone ? "menjawab permintaan pembetulan: dibetulkan." : "menjawab permintaan pembetulan: ditolak.");
        return await db.WhyNotSavedAsync() is not null
            ? await this.LostRaceAsync()
            : this.Done($"Jawaban kepada {Sentences.End($"{Person.Nama} sudah dikirim")}", Links.Corrections.List);
    }

    protected override async Task<Correction?> FindAsync()
    {
        var found = await db.Corrections.SingleOrDefaultAsync(c => c.Id == Id);
        Person = found is null ? null! : await db.Pegawai.AsNoTracking().SingleAsync(p => p.Id == found.PegawaiId);
        return found;
    }

    protected override Task<Refusal?> WhyNotChangeAsync() => Task.FromResult<Refusal?>(
        Row.AnsweredAt is null ? null : new(RefusalKind.Conflict, "Permintaan ini sudah dijawab, dan jawabannya tidak dapat diubah."));
}
