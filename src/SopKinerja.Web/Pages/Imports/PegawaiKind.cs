using System.Security.Claims;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Pages.People;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Imports;

internal sealed class PegawaiKind(SopDbContext db, PegawaiChanges changes, IValidator<PegawaiForm> validator)
    : ImportKind<PegawaiForm>(validator)
{
    private Units _units = new([]);
    private People _people = new([]);
    private HashSet<int> _awaited = [];
    private string? _unor;
    private string _superior = "";
    private IReadOnlyList<ImportColumn<PegawaiForm>>? _columns;

    public override string Slug => "pegawai";

    public override string Nama => "pegawai";

    public override string About => "Pegawai dikenali menurut NIP; pejabat negara tanpa NIP menurut namanya. Pejabat penilai ditulis "
        + "dengan NIP atau nama lengkapnya, juga bila barisnya di bawah. Berkas dari SIASN dapat dipakai apa adanya.";

    public override IReadOnlyList<FieldRefusal> Guards =>
    [
        new(UnsavedReason.Taken, nameof(PegawaiForm.Nip), CreateModel.NipTaken), Circle!,
        EditModel.Awaited with { Field = nameof(PegawaiForm.Aktif) },
        CreateModel.NameOfAccount with { Field = nameof(PegawaiForm.Nama) },
    ];

    protected override FieldRefusal? Circle => PegawaiChoices.Circle with { Field = nameof(PegawaiForm.AtasanId) };

    protected override IReadOnlyList<ImportColumn<PegawaiForm>> Columns => _columns ??= PegawaiColumns.All(
        form => _units.Kode(form.UnitKerjaId), ReadUnit, ReadUnor, ReadKodeUnit,
        form => form.AtasanId is { } id ? _people.CellOf(id) : null, ReadSuperior, ReadNamaSuperior);

    protected override async Task LoadAsync(CancellationToken cancel)
    {
        _units = new(await db.UnitKerja.OrderBy(u => u.Id).Select(u => new Units.One(u.Id, u.Kode, u.Nama, u.IsActive))
            .ToListAsync(cancel));
        var people = await db.Pegawai.AsNoTracking().OrderBy(p => p.Nama).ThenBy(p => p.Id).ToListAsync(cancel);
        var entries = people.Select(PegawaiForm.Of).Zip(people, (form, p) => new Entry(p.Id, KeyOf(form)!, form)).ToList();
        _people = new(entries.Select(e => People.One.Of(e.Id, e.Form)));
        Know(entries);
    }

    protected override void Plan(IReadOnlyList<Entry> planned) => _people = _people.With(planned.Select(p => People.One.Of(p.Id, p.Form)));

    protected override PegawaiForm Copy(Entry before) => before.Form.Copy();

    protected override string? KeyOf(PegawaiForm form) => form.Digits() is { Length: > 0 } digits ? digits
        : form is { TanpaNip: true } && form.Nama.Trimmed() is { } nama ? $"tanpa NIP {nama.ToUpperInvariant()}" : null;

    protected override string NamaOf(PegawaiForm form) => form.Nama ?? "";

    protected override int? ParentOf(PegawaiForm form) => form.AtasanId;

    protected override async Task PrepareAsync(IReadOnlyList<(PegawaiForm Form, Entry? Before)> rows, CancellationToken cancel)
    {
        var leaving = rows.Where(r => r.Before is { Form.Aktif: true } && !r.Form.Aktif).Select(r => r.Before!.Id).ToArray();
        _awaited = leaving.Length == 0 ? [] : [.. await db.Awaited(leaving).ToListAsync(cancel)];
    }

    protected override IEnumerable<(string Field, string Sentence)> WhyNot(PegawaiForm form, Entry? before)
    {
        var found = PegawaiChoices.WhyNot(
            form, before?.Id,
            unit => unit == before?.Form.UnitKerjaId || _units.IsActive(unit),
            person => person == before?.Form.AtasanId || _people.IsActive(person));
        return before is { Form.Aktif: true } && !form.Aktif && _awaited.Contains(before.Id)
            ? found.Append((nameof(form.Aktif), EditModel.Awaited.Sentence)) : found;
    }

    protected override async Task StoreAsync(ClaimsPrincipal user, PegawaiForm form, Entry? before)
    {
        if (before is null)
        {
            await changes.AddAsync(user, form);
        }
        else
        {
            await changes.ChangeAsync(
                user, await db.Pegawai.SingleAsync(p => p.Id == before.Id), form, _units.Nama,
                id => id is { } person ? _people.Nama(person) : null);
        }
    }

    private string? ReadUnit(PegawaiForm form, string text)
    {
        var (id, sentence) = _unor is { } unor ? (_units.OfKode(unor), null) : _units.Find(text);
        _unor = null;
        form.UnitKerjaId = id;
        return sentence;
    }

    // SIASN tells units of one name apart by their key, which stands beside the name; it is read first.
    private string? ReadUnor(PegawaiForm form, string text)
    {
        _unor = Siasn.KodeOf(text) is { } kode && _units.OfKode(kode) is { } id ? kode : null;
        form.UnitKerjaId = _unor is null ? form.UnitKerjaId : _units.OfKode(_unor);
        return null;
    }

    // Where a code stands beside the name it tells more.
    private string? ReadKodeUnit(PegawaiForm form, string text)
    {
        var (id, sentence) = _units.Find(text);
        (form.UnitKerjaId, _unor) = (id, _units.Kode(id) ?? _unor);
        return sentence;
    }

    private string? ReadSuperior(PegawaiForm form, string text)
    {
        _superior = text;
        var (id, sentence) = _people.Find(text);
        form.AtasanId = id;
        return sentence;
    }

    private string? ReadNamaSuperior(PegawaiForm form, string text)
    {
        var (id, sentence) = _people.FindBeside(_superior.Length == 0 ? null : form.AtasanId, _superior, text);
        (form.AtasanId, _superior) = (id, "");
        return sentence;
    }
}
