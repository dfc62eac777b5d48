namespace SopKinerja.Web.Ui;

/// <summary>On a handler that does not use the page's form: whatever stands in it is neither judged nor saved.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WithoutInputAttribute : Attribute;
