using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Persistence;

/// <summary>Writes down that a result came to the rated person: by the first page on which he sees it, or by hand.</summary>
public sealed class ResultReceipts(SopDbContext db, WorkingCalendarSource calendars, CurrentSettings settings, TimeProvider time)
{
    /// <summary>Notes it once, for the rated person and nobody else; true where it did, so that what is not tracked must be read
    /// again.</summary>
    /// <param name="dossier">As it was read; the change goes to its row, tracked or not.</param>
    public async Task<bool> NoteAsync(Dossier dossier, Actor actor)
    {
        if (actor.PegawaiId != dossier.AsnId || Procedure.WhyNot(dossier, Act.Deliver, actor, time.GetUtcNow()) is not null)
        {
            return false;
        }

        var tracked = await DossierLoading.ToWork(db, dossier.Id);
        if (tracked is null || Procedure.WhyNot(tracked, Act.Deliver, actor, time.GetUtcNow()) is not null)
        {
            return false;
        }

        await DeliverAsync(tracked, actor, null, null);
        return await db.WhyNotSavedAsync() is null;
    }

    public async Task DeliverAsync(Dossier dossier, Actor actor, DateOnly? day, string? note) =>
        dossier.Deliver(await calendars.GetAsync(), settings.Value.ObjectionDays, actor, time.GetUtcNow(), day, note);
}
