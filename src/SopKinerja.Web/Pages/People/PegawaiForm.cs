using FluentValidation;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Scoring;
using SopKinerja.Web.Ui;
using NipAsn = SopKinerja.Domain.People.Nip;

namespace SopKinerja.Web.Pages.People;

public sealed class PegawaiForm
{
    public string? Nip { get; set; }

    public bool TanpaNip { get; set; }

    public string? Nama { get; set; }

    public string? Golongan { get; set; }

    public string? Jabatan { get; set; }

    public JenisJabatan? JenisJabatan { get; set; }

    public string? Jenjang { get; set; }

    public DateOnly? TmtJabatan { get; set; }

    public int? UnitKerjaId { get; set; }

    public int? AtasanId { get; set; }

    public bool Aktif { get; set; } = true;

    public uint? Version { get; set; }

    public static PegawaiForm Of(Pegawai p) => new()
    {
        Nip = p.Nip is null ? null : NipAsn.Stored(p.Nip).ToString(),
        TanpaNip = p.Nip is null,
        Nama = p.Nama,
        Golongan = p.Golongan,
        Jabatan = p.Jabatan,
        JenisJabatan = p.JenisJabatan,
        Jenjang = p.Jenjang,
        TmtJabatan = p.TmtJabatan,
        UnitKerjaId = p.UnitKerjaId,
        AtasanId = p.AtasanId,
        Aktif = p.IsActive,
        Version = p.Version,
    };

    /// <summary>The 18 digits; null for an elected official.</summary>
    public string? Digits() => TanpaNip ? null : NipAsn.Digits(Nip);

    public BiodataPegawai Biodata() =>
        new(Nama!.Trim(), Golongan.Trimmed(), Jabatan!.Trim(), JenisJabatan!.Value, UnitKerjaId, AtasanId, Aktif, Jenjang.Trimmed(),
            TmtJabatan);
}

/// <summary>What the form asks; whether unit and superior exist is asked of the database.</summary>
public sealed class PegawaiFormValidator : AbstractValidator<PegawaiForm>
{
    private const int FirstYear = 1950;

    public PegawaiFormValidator(TimeProvider time)
    {
        RuleFor(f => f.Nip).NotEmpty().WithMessage("NIP belum diisi. Tulis 18 angkanya, atau beri centang “Pejabat negara tanpa NIP”.")
            .Custom((nip, context) =>
            {
                if (!NipAsn.TryParse(nip, Tanggal.DiWita(time.GetUtcNow()), out _, out var error))
                {
                    context.AddFailure(error!);
                }
            }).When(f => !f.TanpaNip);
        RuleFor(f => f.Nip).Empty().WithMessage("Kosongkan NIP, atau hapus centang “Pejabat negara tanpa NIP”.").When(f => f.TanpaNip);
        RuleFor(f => f.Nama).Text(200, "nama");
        RuleFor(f => f.Golongan).Must((f, golongan) => FitsNumber(f, golongan, time)).WithMessage(GolonganSentence);
        RuleFor(f => f.Jabatan).Text(300, "jabatan");
        RuleFor(f => f.JenisJabatan).NotNull().WithMessage("Jenis jabatan belum dipilih.");
        RuleFor(f => f.Jenjang).Must(IsKnown).WithMessage("Jenjang ini tidak ada dalam daftar. Pilih jenjang lain.")
            .Must((f, jenjang) => string.IsNullOrEmpty(jenjang) || f.JenisJabatan is null or Domain.People.JenisJabatan.Fungsional)
            .WithMessage("Jenjang hanya untuk jabatan fungsional. Pilih “Tanpa jenjang”, atau periksa jenis jabatannya.");
        RuleFor(f => f.TmtJabatan).Must(tmt => tmt is null || (tmt.Value.Year >= FirstYear && tmt <= Tanggal.DiWita(time.GetUtcNow())))
            .WithMessage("Tanggal ini tidak mungkin. Tulis tanggal mulai menduduki jabatan menurut surat keputusannya, paling lambat hari "
                + "ini, atau kosongkan.");
    }

    private static bool IsKnown(string? jenjang) => string.IsNullOrEmpty(jenjang) || AngkaKredit.Jenjang.Any(j => j.Jenjang == jenjang);

    // A number that cannot be read has its own sentence; the golongan is judged once it can.
    private static bool FitsNumber(PegawaiForm form, string? golongan, TimeProvider time) => form.TanpaNip
        ? string.IsNullOrEmpty(golongan)
        : !NipAsn.TryParse(form.Nip, Tanggal.DiWita(time.GetUtcNow()), out var nip, out _) || Golongan.Exists(nip!.Jenis, golongan ?? "");

    private static string GolonganSentence(PegawaiForm form, string? golongan) =>
        form.TanpaNip ? "Pejabat negara tanpa NIP tidak mempunyai golongan. Pilih “Tanpa golongan”."
        : string.IsNullOrEmpty(golongan) ? "Golongan belum dipilih."
        : NipAsn.Stored(NipAsn.Digits(form.Nip)).Jenis == JenisAsn.Pppk ? "Nomor ini NI PPPK. Pilih golongan PPPK (I sampai XVII)."
        : "Nomor ini NIP PNS. Pilih golongan ruang PNS (I/a sampai IV/e).";
}
