/** Reusable workflows of the caller's repository. */
export const LOCAL_WORKFLOWS: Readonly<Record<string, string>> = {
  '.github/workflows/simple.yml': `
on:
  workflow_call:
    inputs: { who: { type: string, required: true } }
    outputs: { who: { value: '\${{ jobs.one.outputs.who }}' } }
jobs:
  one:
    runs-on: ubuntu-latest
    outputs: { who: '\${{ inputs.who }}' }
    steps: [{ run: echo }]`,
  '.github/workflows/inherits.yml': `
on: workflow_call
jobs:
  sees:
    runs-on: ubuntu-latest
    outputs: { sees: "\${{ secrets.DEPLOY_TOKEN != '' && secrets.OTHER != '' }}" }
    steps: [{ run: echo }]`,
};

/** Another repository with a reusable workflow and actions, as a team would call it. */
export const SUITE: Readonly<Record<string, string>> = {
  '.github/workflows/called.yml': `
on:
  workflow_call:
    inputs:
      name: { type: string, required: true }
      count: { type: number, default: 1 }
      flag: { type: boolean }
      fallback: { type: string, default: 'default for \${{ github.repository }}' }
    secrets:
      token: { required: true }
      optional: {}
    outputs:
      greeting: { value: '\${{ jobs.work.outputs.greeting }}' }
      fallback: { value: '\${{ inputs.fallback }}' }
jobs:
  work:
    runs-on: ubuntu-latest
    permissions: { contents: read }
    outputs:
      greeting: \${{ steps.h.outputs.text }}
      types: \${{ inputs.count == 3 && inputs.flag == true }}
      secret: \${{ secrets.token != '' }}
      others: '[\${{ secrets.OTHER }}\${{ secrets.DEPLOY_TOKEN }}]'
      env: '[\${{ env.CALLER_ENV }}]'
      job: \${{ job.workflow_repository }} \${{ job.workflow_file_path }} \${{ github.repository }}
      refs: \${{ github.workflow_ref }} \${{ job.workflow_ref }}
      oidc: '[\${{ steps.o.outputs.oidc }}]'
    steps:
      - id: h
        uses: $/actions/hello
        with: { who: '\${{ inputs.name }}' }
      - id: o
        run: echo "oidc=$ACTIONS_ID_TOKEN_REQUEST_URL" >> "$GITHUB_OUTPUT"
  deeper:
    needs: work
    uses: $/.github/workflows/deeper.yml`,
  '.github/workflows/deeper.yml': `
on: workflow_call
jobs:
  bottom:
    runs-on: ubuntu-latest
    steps: [{ run: 'echo at the bottom' }]`,
  'actions/hello/action.yml': `
name: hello of the suite
inputs: { who: { default: world } }
outputs: { text: { value: '\${{ steps.t.outputs.text }}' } }
runs:
  using: composite
  steps:
    - { id: t, shell: bash, run: 'echo "text=suite greets \${{ inputs.who }}" >> "$GITHUB_OUTPUT"' }`,
};
