using System.Security.Claims;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Pages.People.Accounts;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>An account of a person as a row: what the page asks in two forms.</summary>
public sealed class AccountRow
{
    public CreateModel.Form Account { get; init; } = new();

    public OfficesForm Jabatan { get; init; } = new();

    /// <summary>Whether the sheet has user names, and none for this person.</summary>
    public bool IsWithoutUserName { get; set; }

    public sealed class Validator : AbstractValidator<AccountRow>
    {
        public Validator(IValidator<CreateModel.Form> account) => RuleFor(r => r.Account).SetValidator(account);
    }
}

internal sealed class AccountKind(SopDbContext db, AccountChanges changes, IValidator<AccountRow> validator)
    : ImportKind<AccountRow>(validator)
{
    private const string UserNameField = "Account.NamaPengguna";

    private readonly List<int> _without = [];
    private People _people = new([]);
    private HashSet<string> _taken = [];
    private string _nip = "";
    private IReadOnlyList<ImportColumn<AccountRow>>? _columns;

    public override string Slug => "akun";

    public override string Nama => "akun";

    public override string About => "Hanya akun pegawai; administrator dan auditor dibuat satu per satu. Ekspornya memuat juga pegawai "
        + "yang belum mempunyai akun: isi nama pengguna atau tugasnya, dan yang dibiarkan kosong tidak dibuatkan akun. Tanpa kolom Nama "
        + "pengguna, semua yang ada dalam berkas dibuatkan akun menurut namanya. Akun baru belum dapat dipakai masuk: buat slip masuknya "
        + "sesudah itu, semuanya sekaligus.";

    public override IReadOnlyList<FieldRefusal> Guards =>
        [new(UnsavedReason.Taken, UserNameField, "Nama pengguna atau pegawai ini sudah mempunyai akun. Periksa daftar akun.")];

    protected override IReadOnlyList<ImportColumn<AccountRow>> Columns => _columns ??=
    [
        new("Pegawai", "Account.PegawaiId", r => r.Account.PegawaiId is { } id ? _people.CellOf(id) : null, ReadPerson)
            { Names = ["NIP", "NIP BARU", "NIP/NI PPPK", "NIP atau NI PPPK", "NIP atau nama pegawai"] },
        new("Nama", "Account.PegawaiId", r => NamaOf(r).Trimmed(), ReadNama)
            { Names = ["Nama pegawai", "Nama lengkap", "Nama lengkap dengan gelar"], IsRemark = true },
        ImportColumn.Text<AccountRow>("Nama pengguna", UserNameField, r => r.Account.NamaPengguna, (r, t) =>
        {
            r.IsWithoutUserName = t is null;
            r.Account.NamaPengguna = t?.ToLowerInvariant() ?? r.Account.NamaPengguna;
        }) with { Names = ["Username", "User name", "Akun"] },
        ImportColumn.Tick<AccountRow>("Analis", "Jabatan.Analis", r => r.Jabatan.Analis, (r, t) => r.Jabatan.Analis = t),
        ImportColumn.Tick<AccountRow>("Kasubbag", "Jabatan.Kasubbag", r => r.Jabatan.Kasubbag, (r, t) => r.Jabatan.Kasubbag = t),
        ImportColumn.Tick<AccountRow>("Sekretaris", "Jabatan.Sekretaris", r => r.Jabatan.Sekretaris, (r, t) => r.Jabatan.Sekretaris = t),
        ImportColumn.Tick<AccountRow>(
            "Kepala Dinas", "Jabatan.KepalaDinas", r => r.Jabatan.KepalaDinas, (r, t) => r.Jabatan.KepalaDinas = t),
    ];

    protected override async Task LoadAsync(CancellationToken cancel)
    {
        _people = new(await db.Pegawai.OrderBy(p => p.Id).Select(p => new People.One(p.Id, p.Nip, p.Nama, p.Jabatan, p.IsActive))
            .ToListAsync(cancel));
        var accounts = await db.Users.AsNoTracking().OrderBy(a => a.UserName)
            .Select(a => new { a.Id, a.UserName, a.PegawaiId, a.Offices }).ToListAsync(cancel);
        _taken = [.. accounts.Select(a => a.UserName!.ToLowerInvariant())];
        Know(accounts.Where(a => a.PegawaiId is not null).Select(a => new Entry(a.Id, $"{a.PegawaiId}", new()
        {
            Account = new() { PegawaiId = a.PegawaiId, NamaPengguna = a.UserName },
            Jabatan = OfficesForm.Of(a.Offices),
        })));
        _without.Clear();
        _without.AddRange(_people.Active.Except(accounts.Where(a => a.PegawaiId is not null).Select(a => a.PegawaiId!.Value)));
    }

    // With those who have none yet, so that it is a template for them too.
    public override async Task<IReadOnlyList<string?[]>?> ExportAsync(CancellationToken cancel) =>
    [
        .. (await base.ExportAsync(cancel))!,
        .. _without.Select(id => Cells(new() { Account = new() { PegawaiId = id } })),
    ];

    protected override (string Field, string Sentence)? WhyLeft(AccountRow form) =>
        form.IsWithoutUserName && form.Jabatan.Ticked().Length == 0
            ? (UserNameField, "kosong, jadi akun orang ini tidak dibuat. Tulis nama penggunanya bila ia harus mendapat akun.") : null;

    protected override AccountRow Copy(Entry before) => new()
    {
        Account = new() { PegawaiId = before.Form.Account.PegawaiId, NamaPengguna = before.Form.Account.NamaPengguna },
        Jabatan = OfficesForm.Of(before.Form.Jabatan.Ticked()),
    };

    protected override string? KeyOf(AccountRow form) => form.Account.PegawaiId is { } id ? $"{id}" : null;

    protected override string NamaOf(AccountRow form) => form.Account.PegawaiId is { } id ? _people.Nama(id) ?? "" : "";

    // Names that are written come before those that are made, which then differ from them.
    protected override int RankOf(AccountRow form) => form.Account.NamaPengguna.Trimmed() is null ? 1 : 0;

    protected override (string Field, string? Value)? Unique(AccountRow form) => (UserNameField, form.Account.NamaPengguna.Trimmed());

    protected override IEnumerable<(string Field, string Sentence)> WhyNot(AccountRow form, Entry? before)
    {
        if (before is null && form.Account.PegawaiId is { } person && !_people.IsActive(person))
        {
            yield return ("Account.PegawaiId", "Pegawai ini tidak aktif. Hanya pegawai aktif dapat diberi akun.");
        }

        if (before is not null && form.Account.NamaPengguna != before.Form.Account.NamaPengguna)
        {
            yield return (UserNameField, $"Nama pengguna akun yang sudah ada ({before.Form.Account.NamaPengguna}) tidak dapat diubah. "
                + "Tulis nama itu, atau kosongkan.");
        }
        else if (before is null && form.Account.NamaPengguna.Trimmed() is { } nama && _taken.Contains(nama))
        {
            yield return (UserNameField, "Nama pengguna ini sudah dipakai akun lain. Tulis nama lain.");
        }
    }

    protected override async Task StoreAsync(ClaimsPrincipal user, AccountRow form, Entry? before)
    {
        if (before is not null)
        {
            var account = await db.Users.SingleAsync(a => a.Id == before.Id);
            if (await changes.SaveAsync(user, account, account.ConcurrencyStamp, null, form.Jabatan.Ticked(), account.IsActive)
                is not AccountChange.Saved)
            {
                throw new RowRefusedException("Account.PegawaiId", "Akun ini sedang diubah orang lain. Periksa berkas sekali lagi.");
            }

            return;
        }

        var owner = NamaOf(form);
        var userName = form.Account.NamaPengguna.Trimmed() ?? await UserNames.SuggestAsync(db, owner);
        var faults = await changes.AddAsync(
            user, Persistence.Account.OfPegawai(userName, form.Account.PegawaiId!.Value, form.Jabatan.Ticked()), owner);
        if (faults.FirstOrDefault() is { } fault)
        {
            throw new RowRefusedException(UserNameField, fault);
        }
    }

    private string? ReadPerson(AccountRow form, string text)
    {
        _nip = text;
        var (id, sentence) = text == PegawaiColumns.NoNip ? (null, null) : _people.Find(text);
        form.Account.PegawaiId = id;
        return sentence;
    }

    // Stands beside the number, or in its place.
    private string? ReadNama(AccountRow form, string text)
    {
        var (id, sentence) = _people.FindBeside(_nip.Length == 0 ? null : form.Account.PegawaiId, _nip, text);
        (form.Account.PegawaiId, _nip) = (id, "");
        return sentence;
    }
}
