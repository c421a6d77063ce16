using BriefingBot.Core.Retrieval;
using Microsoft.Extensions.Options;

namespace BriefingBot.Configuration.Validation;

/// <summary>Checks section <c>Retrieval</c> before anything starts.</summary>
internal sealed class RetrievalOptionsValidator : IValidateOptions<RetrievalOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, RetrievalOptions options)
    {
        RangeFailures failures = new(RetrievalOptions.Section);
        failures.Check(nameof(options.Candidates), options.Candidates, 10, 1000);
        failures.Check(nameof(options.Reranked), options.Reranked, 10, 500);
        failures.Check(nameof(options.Passages), options.Passages, 1, 100);
        failures.Check(nameof(options.LexicalWeight), options.LexicalWeight ?? 0, 0, 1);
        failures.Check(nameof(options.CoverageWeight), options.CoverageWeight, 0, 2);
        failures.Check(nameof(options.RecencyWeight), options.RecencyWeight, 0, 2);
        failures.Check(nameof(options.RecencyHalfLifeDays), options.RecencyHalfLifeDays, 1, 36_500);
        return failures.Result;
    }
}
