using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Dossiers;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers;

/// <summary>One dossier, for everybody who may see it.</summary>
public sealed class DetailsModel(SopDbContext db, TimeProvider time) : DossierPageModel(db, time)
{
    /// <summary>Why the actor has nothing to do here now; null when the step waits for the actor.</summary>
    public Refusal? WhyNotWork => Procedure.WhyNot(Dossier, Act.Work, Actor, Now);

    /// <summary>The stored documents; only for those who may see the result.</summary>
    public IReadOnlyList<Paper> Documents { get; private set; } = [];

    public IReadOnlyList<Paper> Copies { get; private set; } = [];

    public async Task OnGetAsync()
    {
        if (Dossier.Step <= Step.Validate)
        {
            return;
        }

        var papers = await Db.Documents.Where(d => d.DossierId == Dossier.Id)
            .Select(d => new Paper { No = 0, IsFinal = d.Kind == DocumentKind.Final, Text = d.Sha256, At = d.DrawnAt })
            .Concat(Db.Set<Copy>().Where(c => c.DossierId == Dossier.Id)
                .Select(c => new Paper { No = c.No, IsFinal = false, Text = c.ForWhom, At = c.MadeAt }))
            .ToListAsync(HttpContext.RequestAborted);
        Documents = MayViewResult ? [.. papers.Where(p => p.No == 0).OrderBy(p => p.At)] : [];
        Copies = [.. papers.Where(p => p.No > 0).OrderBy(p => p.No)];
    }

    /// <summary>A stored document (number 0, its hash) or a numbered copy (for whom).</summary>
    public sealed record Paper
    {
        public required int No { get; init; }

        public required bool IsFinal { get; init; }

        public required string Text { get; init; }

        public required DateTimeOffset At { get; init; }
    }
}
