using BriefingBot.Core.Answering;
using Microsoft.Extensions.Options;

namespace BriefingBot.Configuration.Validation;

/// <summary>Checks section <c>Answering</c> before anything starts.</summary>
internal sealed class AnsweringOptionsValidator : IValidateOptions<AnsweringOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, AnsweringOptions options)
    {
        RangeFailures failures = new(AnsweringOptions.Section);
        failures.Check(nameof(options.MaxSentences), options.MaxSentences, 1, 10);
        failures.Check(nameof(options.Confidence), options.Confidence, 0, 1);
        return failures.Result;
    }
}
