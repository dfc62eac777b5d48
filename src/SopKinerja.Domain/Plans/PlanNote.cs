using SopKinerja.Domain.Authority;

namespace SopKinerja.Domain.Plans;

/// <summary>One dated note in the buku catatan penilaian perilaku (Perka BKN 1/2013). Never changed.</summary>
public sealed class PlanNote
{
    /// <summary>The most characters of a note.</summary>
    public const int Most = 2000;

    private PlanNote()
    {
    }

    internal PlanNote(int no, DateOnly date, string text, Actor author, string? @as, DateTimeOffset at)
    {
        No = no;
        Date = date;
        Text = text;
        AuthorId = author.PegawaiId!.Value;
        AuthorNama = @as is null ? author.Nama : $"{author.Nama} ({@as})";
        At = at;
    }

    public long Id { get; private set; }

    public long PlanId { get; private set; }

    /// <summary>1, 2, 3 … within the plan, as they were written and not as they are dated.</summary>
    public int No { get; private set; }

    /// <summary>The day of which it tells.</summary>
    public DateOnly Date { get; private set; }

    public string Text { get; private set; } = "";

    public int AuthorId { get; private set; }

    public People.Pegawai Author { get; private set; } = null!;

    public string AuthorNama { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
