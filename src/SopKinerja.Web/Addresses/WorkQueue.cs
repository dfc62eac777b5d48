using System.Globalization;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Addresses;

public enum QueueOrder
{
    /// <summary>What waits longest comes first.</summary>
    Age,

    Unit,

    Name,
}

/// <summary>Which of what waits for somebody he works through, and in what order: chosen on the front page, and carried in the address from
/// one dossier to the next.</summary>
/// <param name="Stage">A row of the SOP; null for all.</param>
public sealed record WorkQueue(int? Stage = null, int? Unit = null, int? Period = null, QueueOrder Order = QueueOrder.Age)
{
    /// <summary>The field of the button that goes on to the next.</summary>
    public const string OnField = "Lanjut";

    public const string ByUnit = "unit";
    public const string ByName = "nama";

    public bool IsWhole => this is { Stage: null, Unit: null, Period: null };

    public bool IsDefault => IsWhole && Order == QueueOrder.Age;

    public string? OrderKey => Order switch
    {
        QueueOrder.Age => null,
        QueueOrder.Unit => ByUnit,
        QueueOrder.Name => ByName,
        _ => throw new InvalidOperationException($"No queue is ordered by {Order}."),
    };

    /// <summary>What an address says; what it says wrongly counts as not said.</summary>
    public static WorkQueue Of(string? stage, string? unit, string? period, string? order) => new(
        Number(stage) is { } row && SopTable.All.Any(r => r.Stage == row) ? row : null, Number(unit), Number(period),
        order switch { ByUnit => QueueOrder.Unit, ByName => QueueOrder.Name, _ => QueueOrder.Age });

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
