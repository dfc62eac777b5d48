using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People;

public sealed class EditModel(SopDbContext db, PegawaiChanges changes)
    : RecordPageModel<EditModel.Found>, IPegawaiPage, IShowsChanges
{
    internal static readonly FieldRefusal Awaited = new(UnsavedReason.Awaited, "Input.Aktif", "Masih ada yang menunggu orang ini, jadi ia "
        + "belum dapat dijadikan tidak aktif. Catat serah terimanya dahulu: tombol “Serah terima” ada di bawah datanya, di menu Pegawai.");

    [BindProperty]
    public PegawaiForm Input { get; set; } = new();

    public PegawaiChoices Choices { get; private set; } = new([], []);

    public IReadOnlyList<Gantungan> Waiting { get; private set; } = [];

    public GantunganWords Words { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Input = PegawaiForm.Of(Row.Pegawai);
        await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Choices = await PegawaiChoices.LoadAsync(db, Id);
        if (!await Choices.AllowAsync(Input, Id, db, ModelState))
        {
            return await this.ShowAgainAsync();
        }

        return await this.WhyNotSavedAsync(
                db, () => changes.ChangeAsync(
                    User, Row.Pegawai, Input, id => PegawaiChanges.Nama(Choices.Units, id),
                    id => PegawaiChanges.Nama(Choices.Superiors, id)),
                "Input.Nip", CreateModel.NipTaken, PegawaiChoices.Circle, Awaited,
                CreateModel.NameOfAccount)
            ?? Done($"Data {Row.Pegawai.Nama} sudah disimpan.");
    }

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        await ShowAsync();
        if (this.NeedsVersion())
        {
            Input.Version = Row.Pegawai.Version;
        }
    }

    protected override Task<Found?> FindAsync() => db.Pegawai.Where(p => p.Id == Id)
        .Select(p => new Found(
            p,
            db.Users.Where(a => a.PegawaiId == p.Id).Select(a => new Akun(a.Id, a.UserName!, a.IsActive)).FirstOrDefault(),
            ChangeLine.Of(db, ChangeSubjects.Pegawai, Id).ToList()))
        .SingleOrDefaultAsync();

    private async Task ShowAsync()
    {
        Choices = await PegawaiChoices.LoadAsync(db, Id);
        Waiting = await db.WaitsFor(Id).OrderBy(w => w.Nama).ThenBy(w => w.Id).ToListAsync();
        Words = await GantunganWords.LoadAsync(db, Waiting);
    }

    /// <summary>The person with the account, if there is one, and the newest changes.</summary>
    public sealed record Found(Pegawai Pegawai, Akun? Akun, IReadOnlyList<ChangeLine> Changes);

    public sealed record Akun(int Id, string UserName, bool IsActive);
}
