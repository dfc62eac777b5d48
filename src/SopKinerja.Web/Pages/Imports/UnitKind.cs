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

    private Units _units = new([]);
    private IReadOnlyList<ImportColumn<UnitForm>>? _columns;

    public override string Slug => "unit";

    public override string Nama => "unit kerja";

    public override string About => "Unit dikenali menurut kodenya. Unit di atasnya ditulis dengan kode atau namanya, juga bila barisnya "
        + "di bawah. Daftar unor dari SIASN dapat dipakai apa adanya.";

    public override IReadOnlyList<FieldRefusal> Guards =>
        [new(UnsavedReason.Taken, nameof(UnitForm.Kode), IUnitPage.KodeTaken), Circle!];

    protected override FieldRefusal? Circle => IUnitPage.Circle with { Field = nameof(UnitForm.IndukId) };

    protected override IReadOnlyList<ImportColumn<UnitForm>> Columns => _columns ??= [
        ImportColumn.Text<UnitForm>("Kode", nameof(UnitForm.Kode), f => f.Kode, (f, t) => f.Kode = t)
            with { Names = ["Kode unit", "Kode unit kerja", "Kode unor"] },
        ImportColumn.Text<UnitForm>("Nama", nameof(UnitForm.Nama), f => f.Nama, (f, t) => f.Nama = t?.TrimStart('-', ' '))
            with { Names = ["Nama unit", "Nama unit kerja", "Unit kerja", Siasn.UnorNama, "UNOR NAMA"] },
        new(IndukHead, nameof(UnitForm.IndukId), f => _units.Kode(f.IndukId), ReadInduk)
            { Names = ["Unit atasan", "Induk", "Kode induk", "Atasan unor", "UNOR ATASAN NAMA", "NAMA UNOR ATASAN"] },
        new(Siasn.Id, nameof(UnitForm.Kode), _ => null, ReadId) { Names = ["UNOR ID", "ID UNOR"], IsPart = true },
        new(Siasn.DiatasanId, nameof(UnitForm.IndukId), _ => null, ReadIndukId)
            { Names = ["ID ATASAN", "UNOR ATASAN ID", "ID UNOR ATASAN"], IsPart = true },
        ImportColumn.Tick<UnitForm>("Dipakai", nameof(UnitForm.Aktif), f => f.Aktif, (f, t) => f.Aktif = t)
            with { Names = ["Aktif", "Keadaan"] },
    ];

    protected override async Task LoadAsync(CancellationToken cancel)
    {
        var units = await db.UnitKerja.AsNoTracking().OrderBy(u => u.Kode).ToListAsync(cancel);
        _units = new(units.Select(u => new Units.One(u.Id, u.Kode, u.Nama, u.IsActive)));
        Know(units.Select(u => new Entry(u.Id, u.Kode, UnitForm.Of(u))));
    }

    protected override void Plan(IReadOnlyList<Entry> planned) => _units = _units.With(
        planned.Select(p => new Units.One(p.Id, p.Form.Kode ?? "", p.Form.Nama ?? "", p.Form.Aktif)));

    protected override UnitForm Copy(Entry before) => new()
    {
        Kode = before.Form.Kode,
        Nama = before.Form.Nama,
        IndukId = before.Form.IndukId,
        Aktif = before.Form.Aktif,
        Version = before.Form.Version,
    };

    protected override string? KeyOf(UnitForm form) => form.Kode.Trimmed();

    protected override string NamaOf(UnitForm form) => form.Nama ?? form.Kode ?? "";

    protected override int? ParentOf(UnitForm form) => form.IndukId;

    protected override IEnumerable<(string Field, string Sentence)> WhyNot(UnitForm form, Entry? before) =>
        form.IndukId is { } induk && IUnitPage.WhyNot(
            before?.Id, induk, id => id == before?.Form.IndukId || _units.IsActive(id)) is { } sentence
            ? [(nameof(form.IndukId), sentence)] : [];

    protected override async Task StoreAsync(ClaimsPrincipal user, UnitForm form, Entry? before)
    {
        if (before is null)
        {
            await changes.AddAsync(user, form);
        }
        else
        {
            await changes.ChangeAsync(
                user, await db.UnitKerja.SingleAsync(u => u.Id == before.Id), form, _units.Nama);
        }
    }

    private string? ReadInduk(UnitForm form, string text)
    {
        var (id, sentence) = _units.Find(text);
        form.IndukId = id;
        return sentence;
    }

    // A list of SIASN has no code, only the key of each unor; a column with codes comes first.
    private static string? ReadId(UnitForm form, string text)
    {
        form.Kode ??= Siasn.KodeOf(text);
        return null;
    }

    // Whoever stands above the dinas is no unit of its own and not in the list.
    private string? ReadIndukId(UnitForm form, string text)
    {
        form.IndukId = Siasn.KodeOf(text) is { } kode ? _units.OfKode(kode) : form.IndukId;
        return null;
    }
}
