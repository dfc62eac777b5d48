using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Infrastructure.Web;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.People.Accounts;

/// <summary>Making an account, for somebody of the dinas or for an administrator.</summary>
public sealed class CreateModel(SopDbContext db, UserManager<Access.Account> users, ChangeLog log) : PageModel, IOfficesPage, IShowsAgain
{
    /// <summary>The two forms of account.</summary>
    public static readonly IReadOnlyList<SelectListItem> Bentuks = [new("Pegawai dinas", Form.Pegawai), new("Administrator", Form.Administrator)];

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public OfficesForm Jabatan { get; set; } = new();

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>The account just made, with its password.</summary>
    public ShownOnce? Made { get; private set; }

    public async Task OnGetAsync(int? pegawai)
    {
        await LoadAsync();
        Input.PegawaiId = pegawai;
        if (Chosen() is { } person)
        {
            Input.NamaPengguna = await UserNames.SuggestAsync(db, person.Text);
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (Input.IsForPegawai && Chosen() is null)
        {
            ModelState.AddModelError("Input.PegawaiId", "Pegawai ini tidak ada dalam daftar atau sudah mempunyai akun. Pilih pegawai lain.");
            return await this.ShowAgainAsync();
        }

        var account = await NewAccountAsync();
        var password = TemporaryPassword.New();
        return await this.WhyNotSavedAsync(db, () => SaveAsync(account, password), "Input.NamaPengguna", "Nama pengguna atau pegawai ini baru saja mendapat akun. Periksa daftar akun.")
            ?? (ModelState.IsValid ? Show(account, password) : await this.ShowAgainAsync());
    }

    public async Task LoadAsync() => People = await db.Pegawai
        .Where(p => p.IsActive && !db.Users.Any(u => u.PegawaiId == p.Id))
        .OrderBy(p => p.Nama).Select(p => new SelectListItem(p.Nama, p.Id.ToString())).ToListAsync();

    private async Task<Access.Account> NewAccountAsync()
    {
        var nama = Input.IsForPegawai ? Chosen()!.Text : Input.Nama!.Trim();
        return new()
        {
            UserName = Input.NamaPengguna.Rapi()?.ToLowerInvariant() ?? await UserNames.SuggestAsync(db, nama),
            PegawaiId = Input.IsForPegawai ? Input.PegawaiId : null,
            Nama = Input.IsForPegawai ? "" : nama,
            Offices = Input.IsForPegawai ? Jabatan.Ticked() : [nameof(Role.Administrator)],
            MustChangePassword = true,
        };
    }

    private async Task SaveAsync(Access.Account account, string password)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var result = await users.CreateAsync(account, password);
        if (!result.Succeeded)
        {
            result.Errors.ToList().ForEach(e => ModelState.AddModelError("Input.NamaPengguna", e.Description));
            return;
        }

        log.Write(User, ChangeSubjects.Akun, account.Id, account.UserName!, $"membuat akun untuk {Owner(account)}; tugas: {OfficeNames.Of(account.Offices)}.");
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private PageResult Show(Access.Account account, string password)
    {
        Made = new(account.UserName!, Owner(account), password);
        return Page();
    }

    private string Owner(Access.Account account) => account.PegawaiId is null ? account.Nama : Chosen()!.Text;

    private SelectListItem? Chosen() => People.FirstOrDefault(p => p.Value == $"{Input.PegawaiId}");

    /// <summary>For whom, and the name to sign in with.</summary>
    public sealed class Form
    {
        internal const string Pegawai = "pegawai";
        internal const string Administrator = "administrator";

        public string? Bentuk { get; set; } = Pegawai;

        public int? PegawaiId { get; set; }

        public string? Nama { get; set; }

        public string? NamaPengguna { get; set; }

        internal bool IsForPegawai => Bentuk == Pegawai;
    }

    /// <summary>What the form asks.</summary>
    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Bentuk).Must(b => b is Form.Pegawai or Form.Administrator).WithMessage("Pilih apakah akun ini untuk pegawai atau administrator.");
            RuleFor(f => f.PegawaiId).NotNull().WithMessage("Pegawai belum dipilih.").When(f => f.IsForPegawai);
            RuleFor(f => f.Nama).Teks(200, "nama administrator").When(f => f.Bentuk == Form.Administrator);
            RuleFor(f => f.NamaPengguna).TeksBolehKosong(60, "nama pengguna");
        }
    }
}
