/** What a new department's file says of its duties until they are written. */
export const EXAMPLE_DUTY = '负责本部门职责范围内的工作。';
