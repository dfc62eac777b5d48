namespace SopKinerja.Web.Pages.Periods;

public interface IPeriodPage
{
    PeriodForm Input { get; }
}
