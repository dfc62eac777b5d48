using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People;

public partial class HandOverModel
{
    public static IReadOnlyList<SelectListItem> Reasons { get; } =
        [.. SebabSerahTerimaTable.Rows.Select(r => new SelectListItem(r.Nama, r.Sebab.ToString()))];

    public sealed class Form
    {
        public SebabSerahTerima? Sebab { get; set; }

        public string? NomorSk { get; set; }

        public DateOnly? TanggalSk { get; set; }

        public string? Penerus { get; set; }

        public List<Heir> Bawahan { get; set; } = [];

        public List<Heir> Tugas { get; set; } = [];

        public bool TidakAktif { get; set; } = true;
    }

    public sealed class Heir
    {
        /// <summary>Key of the subordinate, or the office.</summary>
        public string? Untuk { get; set; }

        /// <summary>Empty where it is the one for all.</summary>
        public string? Penerus { get; set; }
    }

    public sealed class HeirValidator : AbstractValidator<Heir>
    {
        public HeirValidator() => RuleFor(f => f.Penerus).OptionalText(200, "nama atau NIP penerus");
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator(TimeProvider time)
        {
            RuleFor(f => f.Sebab).Must(s => s is { } sebab && Enum.IsDefined(sebab)).WithMessage("Sebab serah terima belum dipilih.");
            RuleFor(f => f.NomorSk).Text(100, "nomor surat");
            RuleFor(f => f.TanggalSk).DateOfSource("tanggal surat", time);
            RuleFor(f => f.Penerus).Text(200, "nama atau NIP penerus");
            RuleForEach(f => f.Bawahan).SetValidator(new HeirValidator());
            RuleForEach(f => f.Tugas).SetValidator(new HeirValidator());
        }
    }

    /// <summary>Null where somebody who is named cannot be meant, with a sentence at each field.</summary>
    private async Task<SerahTerima.Terms?> TermsAsync()
    {
        var heir = await HeirAsync(Input.Penerus, "Input.Penerus");
        var (below, offices) = (new Dictionary<int, Pegawai>(), new Dictionary<string, Pegawai>());
        foreach (var (row, i) in Input.Bawahan.Select((row, i) => (row, i)))
        {
            var field = $"Input.Bawahan[{i}].Penerus";
            if (row.Penerus.Trimmed() is { } typed && await HeirAsync(typed, field) is { } other)
            {
                var person = int.Parse(row.Untuk!, CultureInfo.InvariantCulture);
                below[person] = other;
                if (other.Id == person)
                {
                    ModelState.AddModelError(field, $"{other.Nama} tidak dapat dinilai oleh dirinya sendiri. Tulis orang lain, atau "
                        + "kosongkan bila penerus di atas.");
                }
                else if (person == heir?.Id)
                {
                    ModelState.AddModelError(field, $"{heir.Nama} menjadi penerus, jadi selanjutnya dinilai pejabat penilai "
                        + $"{Row.Pegawai.Nama}. Kosongkan isian ini.");
                }
            }
        }

        foreach (var (row, i) in Input.Tugas.Select((row, i) => (row, i)))
        {
            var field = $"Input.Tugas[{i}].Penerus";
            if ((row.Penerus.Trimmed() is { } typed ? await HeirAsync(typed, field) : heir) is { } other)
            {
                offices[row.Untuk!] = other;
                if (!await db.Users.AnyAsync(a => a.PegawaiId == other.Id && a.IsActive))
                {
                    ModelState.AddModelError(field, $"{other.Nama} belum mempunyai akun yang dapat dipakai. Buat akunnya dahulu, atau "
                        + "tulis orang lain untuk tugas ini.");
                }
            }
        }

        return ModelState.IsValid
            ? new(Input.Sebab!.Value, Input.NomorSk.Trimmed()!, Input.TanggalSk!.Value, heir!, below, offices, Input.TidakAktif)
            : null;
    }

    private async Task<Pegawai?> HeirAsync(string? typed, string field)
    {
        var heir = await this.PersonAsync(db, typed, field);
        if (heir?.Id == Id)
        {
            ModelState.AddModelError(field, "Penerus harus orang lain.");
        }

        return heir;
    }
}
