using System.Text.Json;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers;

/// <summary>
/// What a list of dossiers is searched by. The form is posted: a search by name then goes on to an address of its own,
/// one by NIP is shown in place, because no NIP may stand in an address.
/// </summary>
public sealed class DossierSearch
{
    private const string Archived = "arsip";
    private const string Stopped = "keberatan";
    private const string Cancelled = "batal";

    public string? Cari { get; set; }

    public int? Unit { get; set; }

    public int? Periode { get; set; }

    public string? Keadaan { get; set; }

    public string? Boks { get; set; }

    public long? Setelah { get; set; }

    public bool IsByNip => SearchText.LooksLikeNip(Cari);

    public bool IsNarrowed => (Cari ?? Keadaan ?? Boks) is not null || (Unit ?? Periode) is not null;

    public static IEnumerable<SelectListItem> States =>
    [
        .. SopTable.All.OrderBy(r => r.Stage).Select(r => new SelectListItem($"Langkah {r.Label}: {r.Nama}", r.Slug)),
        new("Ada keberatan", Stopped), new("Diarsipkan", Archived),
        new("Dibatalkan", Cancelled),
    ];

    /// <summary>The search as an address holds it. A NIP written there by hand is not searched for, so that no one comes to rely on
    /// it.</summary>
    public DossierSearch FromAddress()
    {
        Cari = IsByNip ? null : SearchText.Clean(Cari);
        return this;
    }

    public DossierFilter Filter(long? after) => new(SearchText.Clean(Cari), Unit, Periode, Keadaan, SearchText.Clean(Boks), after);

    public IQueryable<Dossier> Narrow(
        IQueryable<Dossier> dossiers, IQueryable<SearchName> names, IQueryable<SearchNip> nips) =>
        InBox(InState(dossiers.Named(names, nips, SearchText.Clean(Cari))))
        .Where(d => (Unit == null || d.UnitKerjaId == Unit)
            && (Periode == null || d.PeriodId == Periode) && (Setelah == null || d.Id < Setelah))
        .OrderByDescending(d => d.Id);

    private IQueryable<Dossier> InState(IQueryable<Dossier> dossiers) => Keadaan switch
    {
        Archived => dossiers.Where(d => d.ClosedAt != null),
        Cancelled => dossiers.IgnoreQueryFilters().Where(d => d.CancelledAt != null),
        Stopped => dossiers.Where(d => (d.Substep == Substep.Tanggapan || d.Substep == Substep.Keputusan)),
        var slug when SopTable.All.FirstOrDefault(r => r.Slug == slug) is { } row =>
            dossiers.Where(d => EF.Property<short>(d, DossierQueries.Stage) == row.Stage && d.ClosedAt == null),
        _ => dossiers,
    };

    private IQueryable<Dossier> InBox(IQueryable<Dossier> dossiers)
    {
        if (SearchText.Clean(Boks) is not { } box)
        {
            return dossiers;
        }

        var record = JsonSerializer.Serialize(new { NomorBoks = box.ToUpperInvariant() });
        return dossiers.Where(d => EF.Functions.JsonContains(d.ArchiveRecord!, record));
    }

    public sealed class Validator : AbstractValidator<DossierSearch>
    {
        public Validator()
        {
            RuleFor(f => f.Cari).MaximumLength(SearchText.Most)
                .WithMessage($"Kata yang dicari terlalu panjang. Tulis paling banyak {SearchText.Most} karakter dari nama, atau angka "
                    + "NIP.");
            RuleFor(f => f.Boks).MaximumLength(50).WithMessage("Nomor boks terlalu panjang. Tulis paling banyak 50 karakter.");
        }
    }
}
