using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Pages;

/// <summary>One thing that the reader can carry on: what it is about, what to do, until when.</summary>
/// <param name="Act">What the link says.</param>
/// <param name="LegalDay">The last day before others decide; null where none is set.</param>
/// <param name="Waited">Against its norm; null where another day counts.</param>
public sealed record FrontTask(
    IndexRow Row, string Nama, string? Periode, string Url, string Act, DateOnly? LegalDay, StepTime? Waited, string? Hint)
{
    private static readonly IReadOnlyList<Kind> Kinds =
    [
        new(IndexRow.Awaiting, " untuk ", (r, _) => $"Langkah {r.Sop.Label}: {r.Sop.Nama}", (r, q) => Links.Dossiers.Work(r.Id, r.Sop, q)),
        new(IndexRow.Dated, " untuk ", (r, _) => $"Langkah {r.Sop.Label}: {r.Sop.Nama}", (r, q) => Links.Dossiers.Work(r.Id, r.Sop, q)),
        new(IndexRow.Plan, " ", (_, _) => "Periksa dan setujui SKP", (r, _) => Links.Plans.Details(r.Id)),
        new(IndexRow.OwnPlan, null, (r, _) => r.Reason is null ? "Selesaikan dan ajukan SKP Anda" : "Perbaiki SKP Anda",
            (r, _) => Links.Plans.Details(r.Id)),
        new(IndexRow.NoPlan, null, (_, _) => "Susun SKP Anda", (r, _) => Links.Plans.Create(r.PeriodId)),
        new(IndexRow.ToOpen, null, (_, _) => "Buka berkas dari SKP yang sudah disetujui", (r, _) => Links.Dossiers.Open(r.PeriodId, r.Bagian))
            { Subject = (r, _) => $"{Count(r.Id)} SKP belum dibuka berkasnya" },
        new(IndexRow.Capaian, null, (r, u) => $"Tetapkan capaian {u.Unit(r.UnitKerjaId)}",
            (r, _) => Links.Achievements.Set(r.UnitKerjaId!.Value, r.PeriodId, r.Bagian))
            { Subject = (_, _) => "Capaian organisasi", Hint = "Ada berkas yang baru dapat disetujui sesudah capaian ini ditetapkan." },
        new(IndexRow.Undelivered, null, (r, _) => $"Serahkan hasil {r.Nama}", (r, _) => Links.Dossiers.Deliver(r.Id))
            { Hint = "Belum dibuka ASN. Masa keberatan baru berjalan sesudah hasilnya diterima." },
        new(IndexRow.SecondOfficer, null, (r, _) => $"Lihat permintaan pada berkas {r.Nama}", (r, _) => Links.Dossiers.Release(r.Id))
            { Hint = "Tanda tangan BSrE menunggu petugas kedua: hasilnya belum diketahui, atau sertifikatnya belum cocok." },
        new(IndexRow.Reset, null, (_, _) => "Konfirmasi akun", (_, _) => Links.Account.Confirmations)
            { Hint = "Kata sandi atau tugasnya diatur administrator, dan pemiliknya belum dikonfirmasi." },
        new(IndexRow.Certificate, null, (_, _) => "Minta sertifikat pengganti", (_, _) => Links.Account.Certificate)
            { Subject = (_, _) => "Sertifikat tanda tangan Anda" },
    ];

    /// <summary>Whom the link is about, for whoever hears it alone; null where its words say so.</summary>
    public string? Whom { get; private init; }

    /// <summary>What stands under the link; the button with which a row of the SOP ends.</summary>
    public string? EndsWith => Row.List is IndexRow.Awaiting or IndexRow.Dated ? Row.Sop.Selesaikan : null;

    /// <summary>Since when it waits, where that says more than a day of its own or the time against a norm.</summary>
    public DateTimeOffset? Since => LegalDay is null && Waited is null && Row.List != IndexRow.Certificate
        && Row.Since > DateTimeOffset.UnixEpoch ? Row.Since : null;

    public bool HasTime => Since is not null || Waited is not null || LegalDay is not null;

    /// <summary>Of what it is about; null where it is about no unit.</summary>
    public int? UnitId => Row.List is IndexRow.ToOpen or IndexRow.Certificate ? null : Row.UnitKerjaId;

    /// <summary>Null where the row asks nothing of the reader now.</summary>
    public static FrontTask? Of(IndexRow row, WorkQueue queue, UnitsAndPeriods names, WorkingCalendar office, DateTimeOffset now)
    {
        if (Kinds.FirstOrDefault(k => k.List == row.List) is not { } kind || !IsDue(row, now))
        {
            return null;
        }

        var isSop = row.List is IndexRow.Awaiting or IndexRow.Dated;
        return new(
            row, kind.Subject?.Invoke(row, names) ?? row.Nama, names.PeriodName(row.PeriodId, row.Bagian, row.Post), kind.Url(row, queue),
            kind.Act(row, names), isSop ? row.Limit : null,
            isSop && row.Sop.Lewat is null ? new(row.Sop, office.Between(row.Sop.PerformableSince(row.Since, row.Until), now)) : null,
            row.List == IndexRow.Certificate ? CertificateView.WarningOf(row.Since, now) : kind.Hint)
        {
            Whom = kind.BeforeName is { } before ? before + row.Nama : null,
        };
    }

    private static bool IsDue(IndexRow row, DateTimeOffset now) => row.List switch
    {
        IndexRow.ToOpen => row.Id > 0,
        IndexRow.Undelivered => row.Since.AddDays(IndexRow.DaysBefore) <= now,
        IndexRow.Reset => row.ClosedAt is null,
        IndexRow.Certificate => !row.IsStopped && CertificateView.WarningOf(row.Since, now) is not null,
        _ => true,
    };

    private static string Count(long many) => many >= IndexLists.MostCounted ? $"{IndexLists.MostCounted} atau lebih" : $"{many}";

    private sealed record Kind(
        int List, string? BeforeName, Func<IndexRow, UnitsAndPeriods, string> Act, Func<IndexRow, WorkQueue, string> Url)
    {
        public Func<IndexRow, UnitsAndPeriods, string>? Subject { get; init; }

        public string? Hint { get; init; }
    }
}
