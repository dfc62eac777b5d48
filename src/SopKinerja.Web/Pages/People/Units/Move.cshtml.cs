using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People.Units;

/// <summary>A unit goes under another with all that is in it: first where to, then what that means, then the act.</summary>
public sealed class MoveModel(SopDbContext db, UnitMoves moves) : RecordPageModel<MoveModel.Found>, IShowsChanges
{
    private const string SeenField = "Input.Seen";

    private static readonly FieldRefusal Circle = new(UnsavedReason.Circle, nameof(Ke), "Unit tujuan atau kepalanya baru saja dipindahkan "
        + "ke bawah unit ini, jadi belum dipindahkan. Pilih unit lain.");

    [BindProperty(SupportsGet = true, Name = Keys.Above)]
    public int? Ke { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Induks { get; private set; } = [];

    /// <summary>What would happen; null before it is chosen where to.</summary>
    public UnitMove? Move { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        return Ke is not null && Move is null ? await this.ShowAgainAsync(nameof(Ke), await WhyNotAsync()) : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync(isAgain: true);
        if (Move is not { } move)
        {
            return await this.ShowAgainAsync(nameof(Ke), await WhyNotAsync());
        }

        if (Input.Seen != move.Mark)
        {
            return await this.LostRaceAsync();
        }

        return await this.WhyNotSavedAsync(
                db, () => moves.PerformAsync(User, move, Row.Induk, Input.Atasan), nameof(Ke), IUnitPage.KodeTaken, Circle)
            ?? this.Done(
                $"{move.Unit.Nama} beserta isinya sudah dipindahkan ke bawah {Sentences.End(move.Induk.Nama)}", Links.Units.Edit(Id));
    }

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        ModelState.Remove(SeenField);
        await ShowAsync();
    }

    protected override Task<Found?> FindAsync() => db.UnitKerja.Where(u => u.Id == Id)
        .Select(u => new Found(u, u.Induk!.Nama, ChangeLine.Of(db, ChangeSubjects.UnitKerja, Id).ToList())).SingleOrDefaultAsync();

    private async Task ShowAsync(bool isAgain = false)
    {
        var within = await db.UnitsWithin(Id).ToListAsync();
        Induks = [.. (await IUnitPage.InduksAsync(db, Id)).Where(u => within.TrueForAll(id => u.Value != $"{id}"))];
        Move = Ke is { } ke && ke != Row.Unit.IndukId && Induks.Any(u => u.Value == $"{ke}")
            ? await moves.LookAsync(Row.Unit, await db.UnitKerja.AsNoTracking().SingleAsync(u => u.Id == ke)) : null;
        Input.Seen = isAgain ? Input.Seen : Move?.Mark;
    }

    private async Task<string> WhyNotAsync() => Ke is not { } ke ? "Pilih dahulu ke bawah unit mana, lalu lihat akibatnya."
        : ke == Row.Unit.IndukId ? $"{Row.Unit.Nama} sudah berada di bawah unit itu. Pilih unit lain."
        : ke != Id && await db.ContainsAsync(Id, ke) ? IUnitPage.Circle.Sentence
        : IUnitPage.WhyNot(Id, ke, unit => Induks.Any(u => u.Value == $"{unit}")) ?? "";

    public sealed record Found(UnitKerja Unit, string? Induk, IReadOnlyList<ChangeLine> Changes);

    public sealed class Form
    {
        /// <summary>Mark of what was shown.</summary>
        public string? Seen { get; set; }

        public bool Atasan { get; set; } = true;
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator() =>
            RuleFor(f => f.Seen).NotEmpty().WithMessage("Lihat dahulu akibat pemindahan ini, lalu tekan tombolnya sekali lagi.");
    }
}
