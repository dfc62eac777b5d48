namespace SopKinerja.Web.Pages.Periods;

/// <summary>A page that shows the form of a period.</summary>
public interface IPeriodPage
{
    PeriodForm Input { get; }
}
