using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Corrections;

/// <summary>Checks section <c>Corrections</c> before anything starts.</summary>
public sealed class CorrectionsOptionsValidator : IValidateOptions<CorrectionsOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, CorrectionsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return CorrectionTargets.Read(options.Notify, out string wrong) is not null
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"{CorrectionsOptions.Section}:{nameof(CorrectionsOptions.Notify)} is '{options.Notify}' and cannot be "
                    + $"read at '{wrong}'; give threads, none, or channels such as slack:C0123 and discord:456, separated by "
                    + $"commas."
            );
    }
}
