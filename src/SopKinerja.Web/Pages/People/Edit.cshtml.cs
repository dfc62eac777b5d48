using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People;

public sealed class EditModel(SopDbContext db, ChangeLog log, Register register, AccountChanges accounts)
    : RecordPageModel<EditModel.Found>, IPegawaiPage
{
    private static readonly FieldRefusal Awaited = new(UnsavedReason.Awaited, "Input.Aktif", "Masih ada yang menunggu orang ini, jadi ia "
        + "belum dapat dijadikan tidak aktif. Catat serah terimanya dahulu: tombolnya ada di bawah formulir ini.");

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

        var before = PegawaiForm.Of(Row.Pegawai);
        db.Entry(Row.Pegawai).Property(p => p.Version).OriginalValue = Input.Version ?? 0;
        Row.Pegawai.Change(Input.Digits(), Input.Biodata());
        Write(before);
        if (PegawaiForm.Of(Row.Pegawai) is var now && (now.Nip, now.Nama) != (before.Nip, before.Nama))
        {
            await accounts.RenamedAsync(User, Id);
        }

        return await this.WhyNotSavedAsync(
                db, () => register.SaveAsync(Id), "Input.Nip", CreateModel.NipTaken, PegawaiChoices.Circle, Awaited)
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

    private void Write(PegawaiForm before)
    {
        var (p, now) = (Row.Pegawai, PegawaiForm.Of(Row.Pegawai));
        log.Write(User, ChangeSubjects.Pegawai, p.Id, p.Nama, new Differences()
            .Of("NIP", before.Nip, now.Nip).Of("nama", before.Nama, now.Nama).Of("golongan", before.Golongan, now.Golongan)
            .Of("jabatan", before.Jabatan, now.Jabatan)
            .Of("jenis jabatan", Nama(PegawaiChoices.JenisJabatans, before.JenisJabatan), Nama(
                PegawaiChoices.JenisJabatans, now.JenisJabatan))
            .Of("jenjang", before.Jenjang, now.Jenjang).Of("TMT jabatan", DateText(before.TmtJabatan), DateText(now.TmtJabatan))
            .Of("nomor seri karpeg", before.Karpeg, now.Karpeg).Of("tempat lahir", before.TempatLahir, now.TempatLahir)
            .Of("TMT pangkat", DateText(before.TmtPangkat), DateText(now.TmtPangkat))
            .Of("PAK terakhir", PakText(before), PakText(now))
            .Of("unit kerja", Nama(Choices.Units, before.UnitKerjaId), Nama(Choices.Units, now.UnitKerjaId))
            .Of("pejabat penilai", Nama(Choices.Superiors, before.AtasanId), Nama(Choices.Superiors, now.AtasanId))
            .Of("surat pendelegasian", $"{before.Biodata().Pendelegasian}".Trimmed(), $"{now.Biodata().Pendelegasian}".Trimmed())
            .Of("keadaan", Keadaan(before.Aktif), Keadaan(now.Aktif)));
    }

    private static string? DateText(DateOnly? date) => date is { } day ? Tanggal.Tampil(day) : null;

    private static string? PakText(PegawaiForm form) => form.Biodata().Pak is { } pak
        ? $"{Angka.Exact(pak.AngkaKredit)}, nomor {pak.Nomor} tanggal {Tanggal.Tampil(pak.Tanggal)}, masa penilaian sampai "
            + $"{Tanggal.Tampil(pak.Sampai)}"
        : null;

    private static string Keadaan(bool isActive) => isActive ? "aktif" : "tidak aktif";

    private static string? Nama(IEnumerable<SelectListItem> choices, object? value) =>
        value is null ? null : choices.FirstOrDefault(c => c.Value == $"{value}")?.Text;

    /// <summary>The person with the account, if there is one, and the newest changes.</summary>
    public sealed record Found(Pegawai Pegawai, Akun? Akun, IReadOnlyList<ChangeLine> Changes);

    public sealed record Akun(int Id, string UserName, bool IsActive);
}
