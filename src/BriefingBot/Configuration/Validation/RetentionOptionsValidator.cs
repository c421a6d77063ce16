using Microsoft.Extensions.Options;

namespace BriefingBot.Configuration.Validation;

/// <summary>Checks section <c>Retention</c> before anything starts.</summary>
internal sealed class RetentionOptionsValidator : IValidateOptions<RetentionOptions>
{
    private const int Longest = 36_500;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, RetentionOptions options)
    {
        RangeFailures failures = new(RetentionOptions.Section);
        failures.Check(nameof(options.Days), options.Days, 0, Longest);
        failures.Check(nameof(options.AuditDays), options.AuditDays, 0, Longest);
        return failures.Result;
    }
}
