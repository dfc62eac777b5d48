using System.Security.Claims;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Pages.People.Units;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Imports;

internal sealed class UnitKind(SopDbContext db, UnitChanges changes, IValidator<UnitForm> validator) : ImportKind<UnitForm>(validator)
{
    private const string IndukHead = "Unit di atasnya";

    private List<Named> _units = [];

    public override string Slug => "unit";

    public override string Nama => "unit kerja";

    public override string About => "Unit dikenali menurut kodenya. Unit di atasnya ditulis dengan kode atau namanya, juga bila barisnya "
        + "di bawah.";

    public override IReadOnlyList<FieldRefusal> Guards =>
        [new(UnsavedReason.Taken, nameof(UnitForm.Kode), IUnitPage.KodeTaken), Circle!];

    protected override FieldRefusal? Circle => IUnitPage.Circle with { Field = nameof(UnitForm.IndukId) };

    protected override IReadOnlyList<ImportColumn<UnitForm>> Columns => [
        ImportColumn.Text<UnitForm>("Kode", nameof(UnitForm.Kode), f => f.Kode, (f, t) => f.Kode = t)
            with { Names = ["Kode unit", "Kode unit kerja", "Kode unor"] },
        ImportColumn.Text<UnitForm>("Nama", nameof(UnitForm.Nama), f => f.Nama, (f, t) => f.Nama = t)
            with { Names = ["Nama unit", "Nama unit kerja", "Unit kerja", "Nama unor", "UNOR NAMA"] },
        new(IndukHead, nameof(UnitForm.IndukId), f => _units.Find(u => u.Id == f.IndukId)?.Kode, ReadInduk)
            { Names = ["Unit atasan", "Induk", "Kode induk", "Atasan unor", "UNOR ATASAN NAMA", "UNOR INDUK NAMA"] },
        ImportColumn.Tick<UnitForm>("Dipakai", nameof(UnitForm.Aktif), f => f.Aktif, (f, t) => f.Aktif = t)
            with { Names = ["Aktif", "Keadaan"] },
    ];

    public override async Task LoadAsync(CancellationToken cancel)
    {
        var units = await db.UnitKerja.AsNoTracking().OrderBy(u => u.Kode).ToListAsync(cancel);
        _units = [.. units.Select(u => new Named(u.Id, u.Kode, u.Nama, u.IsActive))];
        Know(units.Select(u => new Entry(u.Id, u.Kode, UnitForm.Of(u))));
    }

    protected override void Plan(IReadOnlyList<Entry> planned)
    {
        var ids = planned.Select(p => p.Id).ToHashSet();
        _units = [.. _units.Where(u => !ids.Contains(u.Id)),
            .. planned.Select(p => new Named(p.Id, p.Form.Kode ?? "", p.Form.Nama ?? "", p.Form.Aktif))];
    }

    protected override UnitForm Copy(Entry before) => new()
    {
        Kode = before.Form.Kode, Nama = before.Form.Nama, IndukId = before.Form.IndukId, Aktif = before.Form.Aktif,
        Version = before.Form.Version,
    };

    protected override string? KeyOf(UnitForm form) => form.Kode.Trimmed();

    protected override string NamaOf(UnitForm form) => form.Nama ?? form.Kode ?? "";

    protected override int? ParentOf(UnitForm form) => form.IndukId;

    protected override Task<IReadOnlyList<(string Field, string Sentence)>> WhyNotAsync(
        UnitForm form, Entry? before, CancellationToken cancel) => Task.FromResult<IReadOnlyList<(string, string)>>(
        form.IndukId is { } induk && IUnitPage.WhyNot(
            before?.Id, induk, id => id == before?.Form.IndukId || _units.Exists(u => u.Id == id && u.IsActive)) is { } sentence
            ? [(nameof(form.IndukId), sentence)] : []);

    protected override async Task StoreAsync(ClaimsPrincipal user, UnitForm form, Entry? before)
    {
        if (before is null)
        {
            await changes.AddAsync(user, form);
        }
        else
        {
            await changes.ChangeAsync(
                user, await db.UnitKerja.SingleAsync(u => u.Id == before.Id), form, id => _units.Find(u => u.Id == id)?.Nama);
        }
    }

    private string? ReadInduk(UnitForm form, string text)
    {
        var (id, sentence) = Named.Find(_units, text);
        form.IndukId = id;
        return sentence;
    }
}
